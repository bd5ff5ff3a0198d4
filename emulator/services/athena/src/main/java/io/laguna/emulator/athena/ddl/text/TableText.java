package io.laguna.emulator.athena.ddl.text;

import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.FileFormat;
import io.laguna.emulator.athena.ddl.model.RowFormat;
import io.laguna.emulator.athena.ddl.model.StoredType;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.words.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.model.Column;

/** The CREATE EXTERNAL TABLE statement that makes a Hive table again, in Hive's lines, some of which end in a space. */
public record TableText(TableName name, CatalogTable table) {
    /** The delimiters that ROW FORMAT DELIMITED can name. */
    private static final Map<String, String> DELIMITERS = delimiters();

    private static Map<String, String> delimiters() {
        Map<String, String> delimiters = new LinkedHashMap<>();
        delimiters.put(RowFormat.FIELD, "FIELDS TERMINATED BY");
        delimiters.put(RowFormat.ESCAPE, "ESCAPED BY");
        delimiters.put(RowFormat.COLLECTION, "COLLECTION ITEMS TERMINATED BY");
        delimiters.put(RowFormat.MAP_KEY, "MAP KEYS TERMINATED BY");
        delimiters.put(RowFormat.LINE, "LINES TERMINATED BY");
        delimiters.put(RowFormat.NULL, "NULL DEFINED AS");
        return delimiters;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (table.columns().isEmpty()) {
            lines.add("CREATE EXTERNAL TABLE " + Quoted.hiveIdentifier(name.asWritten()));
        } else {
            lines.add("CREATE EXTERNAL TABLE " + Quoted.hiveIdentifier(name.asWritten()) + "(");
            lines.addAll(list(table.columns(), TableText::column, ")"));
        }
        Optional.ofNullable(table.glue().parameters().get("comment"))
                .ifPresent(comment -> lines.add("COMMENT " + Quoted.hiveText(comment)));
        if (!table.partitionKeys().isEmpty()) {
            lines.add("PARTITIONED BY ( ");
            lines.addAll(list(table.partitionKeys(), TableText::column, ")"));
        }
        lines.addAll(buckets());
        lines.addAll(rowFormat());
        lines.addAll(storage());
        lines.add("LOCATION");
        lines.add("  " + Quoted.hiveText(table.location()));
        lines.addAll(properties());
        return lines;
    }

    private List<String> buckets() {
        List<String> columns = table.storage().bucketColumns();
        if (columns.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("CLUSTERED BY ( "));
        lines.addAll(list(columns, Quoted::hiveIdentifier, ") "));
        if (!table.storage().sortColumns().isEmpty()) {
            lines.add("SORTED BY ( ");
            lines.addAll(list(
                    table.storage().sortColumns(),
                    order -> Quoted.hiveIdentifier(order.column())
                            + (Integer.valueOf(0).equals(order.sortOrder()) ? " DESC" : " ASC"),
                    ") "));
        }
        lines.add("INTO " + table.storage().numberOfBuckets() + " BUCKETS");
        return lines;
    }

    private List<String> rowFormat() {
        Map<String, String> parameters = new TreeMap<>(table.serdeParameters());
        if (isDelimited(parameters)) {
            List<String> lines = new ArrayList<>(List.of("ROW FORMAT DELIMITED "));
            DELIMITERS.forEach((key, words) -> Optional.ofNullable(parameters.get(key))
                    .ifPresent(value -> lines.add("  " + words + " " + Quoted.hiveText(value) + " ")));
            return lines;
        }
        List<String> lines = new ArrayList<>(List.of("ROW FORMAT SERDE ", "  " + Quoted.hiveText(table.serde()) + " "));
        parameters.remove(RowFormat.SERIALIZATION, "1");
        if (!parameters.isEmpty()) {
            lines.add("WITH SERDEPROPERTIES ( ");
            lines.addAll(list(parameters.entrySet().stream().toList(), TableText::property, ") "));
        }
        return lines;
    }

    /**
     * Tells whether ROW FORMAT DELIMITED can describe the table. Without a field's delimiter there is nothing to
     * escape, and serialization.format is always that delimiter.
     */
    private boolean isDelimited(Map<String, String> parameters) {
        Set<String> said = new TreeMap<>(parameters).keySet();
        said.removeAll(DELIMITERS.keySet());
        said.remove(RowFormat.SERIALIZATION);
        boolean field = parameters.containsKey(RowFormat.FIELD);
        return table.serde().equals(FileFormat.LAZY_SIMPLE)
                && said.isEmpty()
                && parameters.keySet().stream().anyMatch(DELIMITERS::containsKey)
                && (field || !parameters.containsKey(RowFormat.ESCAPE))
                && parameters
                        .getOrDefault(RowFormat.SERIALIZATION, "1")
                        .equals(field ? parameters.get(RowFormat.FIELD) : "1");
    }

    private List<String> storage() {
        return List.of(
                "STORED AS INPUTFORMAT ",
                "  "
                        + Quoted.hiveText(Optional.ofNullable(table.storage().inputFormat())
                                .orElse("")) + " ",
                "OUTPUTFORMAT ",
                "  "
                        + Quoted.hiveText(Optional.ofNullable(table.storage().outputFormat())
                                .orElse("")));
    }

    /** Returns the properties in the order of the hash table in which Hive has them, as Athena shows them. */
    private List<String> properties() {
        Map<String, String> given = table.glue().parameters();
        Map<String, String> properties = new HashMap<>(2 * given.size());
        properties.putAll(given);
        properties.remove("EXTERNAL");
        properties.remove("comment");
        if (properties.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("TBLPROPERTIES ("));
        lines.addAll(list(properties.entrySet().stream().toList(), TableText::property, ")"));
        return lines;
    }

    static String column(Column column) {
        return Quoted.hiveIdentifier(column.name()) + " " + StoredType.quoted(column.type())
                + Optional.ofNullable(column.comment())
                        .map(comment -> " COMMENT " + Quoted.hiveText(comment))
                        .orElse("");
    }

    static String property(Map.Entry<String, String> property) {
        return Quoted.hiveText(property.getKey()) + "=" + Quoted.hiveText(property.getValue());
    }

    /** Returns the lines of a list: indented, with a comma and a space behind each item. */
    static <T> List<String> list(List<T> items, Function<T, String> text, String end) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            lines.add("  " + text.apply(items.get(i)) + (i < items.size() - 1 ? ", " : end));
        }
        return lines;
    }
}
