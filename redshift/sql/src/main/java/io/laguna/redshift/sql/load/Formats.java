package io.laguna.redshift.sql.load;

import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import io.laguna.redshift.sql.text.SqlError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The formats that options name. */
final class Formats {
    private Formats() {}

    static DataFormat read(OptionsReader reader, boolean loads) {
        LoadOptions options = reader.options();
        int place = reader.formatPlace();
        return switch (reader.format()) {
            case "csv" -> new DataFormat.Csv(
                    character(options, LoadOption.DELIMITER, ',', place),
                    character(options, LoadOption.QUOTE, '"', place));
            case "fixedwidth" -> fixedWidth(reader.formatArgument(), place);
            case "json" -> new DataFormat.Json(mapping(reader.formatArgument(), loads, place));
            case "avro" -> new DataFormat.Avro(mapping(reader.formatArgument(), loads, place));
            case "parquet" -> new DataFormat.Parquet(reader.serializesToJson());
            case "orc" -> new DataFormat.Orc(reader.serializesToJson());
            case "shapefile" -> throw SqlError.unsupported("SHAPEFILE is not implemented by Laguna", place);
            default -> new DataFormat.Delimited(character(options, LoadOption.DELIMITER, '|', place));
        };
    }

    private static char character(LoadOptions options, LoadOption option, char otherwise, int place) {
        String value = options.value(option).orElse(Character.toString(otherwise));
        if (value.length() != 1 || value.charAt(0) > 127) {
            throw SqlError.of(
                    "22023",
                    "COPY " + option.name().toLowerCase(Locale.ROOT) + " must be a single ASCII character",
                    place);
        }
        return value.charAt(0);
    }

    private static DataFormat fixedWidth(String specification, int place) {
        List<DataFormat.FixedWidth.Field> fields = new ArrayList<>();
        for (String field : specification.split(",", -1)) {
            int colon = field.lastIndexOf(':');
            String width = field.substring(colon + 1).strip();
            if (colon < 1 || width.length() > 8 || !width.matches("[1-9]\\d*")) {
                throw SqlError.of("22023", "Invalid fixedwidth specification: " + specification, place);
            }
            fields.add(new DataFormat.FixedWidth.Field(field.substring(0, colon).strip(), Integer.parseInt(width)));
        }
        return new DataFormat.FixedWidth(fields);
    }

    private static DataFormat.Mapping mapping(String argument, boolean loads, int place) {
        String name = argument.strip();
        if (name.isEmpty() || name.equalsIgnoreCase("auto")) {
            return new DataFormat.Mapping.Auto(false);
        }
        if (name.replaceAll("\\s+", " ").equalsIgnoreCase("auto ignorecase")) {
            return new DataFormat.Mapping.Auto(true);
        }
        if (name.equalsIgnoreCase("noshred")) {
            return new DataFormat.Mapping.NoShred();
        }
        if (!loads || !name.regionMatches(true, 0, "s3://", 0, 5)) {
            throw SqlError.of("22023", "Invalid JSONPaths location: " + name, place);
        }
        return new DataFormat.Mapping.Paths(name);
    }
}
