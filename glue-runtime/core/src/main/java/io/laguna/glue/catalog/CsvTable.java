package io.laguna.glue.catalog;

import io.laguna.glue.format.CsvColumn;
import io.laguna.glue.format.CsvDialect;
import io.laguna.glue.format.CsvFormat;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.SparkTypes;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A table of CSV files: its columns have names and types that the files do not tell. */
public record CsvTable(CatalogTable table, ZoneId zone) {

    /** Returns the format of the files. */
    public CsvFormat format() {
        List<CsvColumn> columns = Arrays.stream(table.schema().fields())
                .limit(table.columns().size())
                .map(field -> new CsvColumn(field.name(), reading(SparkTypes.type(field.dataType()))))
                .toList();
        return new CsvFormat(dialect(), columns);
    }

    private CsvColumn.Reading reading(GlueType type) {
        return new CatalogReading(type, zone.getId());
    }

    private CsvDialect dialect() {
        boolean open = table.serde().contains("opencsvserde");
        char separator = character("separatorChar")
                .or(() -> character("field.delim"))
                .or(() -> character("delimiter"))
                .orElse(
                        table.serde().contains("lazysimpleserde")
                                        && table.parameter("classification").isEmpty()
                                ? '\u0001'
                                : ',');
        return new CsvDialect(
                separator,
                character("quoteChar").orElse('"'),
                character("escapeChar").or(() -> character("escape.delim")).orElse(open ? '\\' : CsvDialect.OFF),
                false,
                false,
                table.parameter("skip.header.line.count").map(Integer::parseInt).orElse(0));
    }

    private Optional<Character> character(String parameter) {
        return table.parameter(parameter).filter(text -> !text.isEmpty()).map(text -> switch (text) {
            case "\\t" -> '\t';
            case "\\u0001", "\\001" -> '\u0001';
            default -> text.charAt(0);
        });
    }
}
