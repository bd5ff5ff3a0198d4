package io.laguna.glue.catalog;

import io.laguna.glue.storage.BucketRoot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** A table of the catalog, as sources and sinks read its description. */
public record CatalogTable(Table table) {
    private static final String PLACEHOLDER = "-__PLACEHOLDER__";

    public String database() {
        return table.databaseName();
    }

    public String name() {
        return table.name();
    }

    /** Returns where the files are; for a table of a database, {@code database.schema.table}. */
    public String location() {
        String location =
                Optional.ofNullable(table.storageDescriptor().location()).orElse("");
        // Spark's own tables that Hive cannot read have their place in the SerDe.
        return BucketRoot.withSlash(
                location.endsWith(PLACEHOLDER)
                        ? Optional.ofNullable(serdeParameters().get("path")).orElse(location)
                        : location);
    }

    public List<Column> columns() {
        return table.storageDescriptor().columns();
    }

    public List<Column> partitionKeys() {
        return table.hasPartitionKeys() ? table.partitionKeys() : List.of();
    }

    public boolean isPartitioned() {
        return !partitionKeys().isEmpty();
    }

    /** Returns the partition columns as Spark's types. */
    public StructType partitionSchema() {
        return schema(partitionKeys());
    }

    /** Returns all columns as Spark's types, those of partitions last. */
    public StructType schema() {
        StructType all = schema(columns());
        for (StructField field : partitionSchema().fields()) {
            all = all.add(field);
        }
        return all;
    }

    private static StructType schema(List<Column> columns) {
        return DataTypes.createStructType(columns.stream()
                .map(column -> DataTypes.createStructField(column.name(), DataType.fromDDL(column.type()), true))
                .toList());
    }

    /** Returns a parameter of the table, or of its SerDe. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters().get(name))
                .or(() -> Optional.ofNullable(serdeParameters().get(name)));
    }

    public Map<String, String> parameters() {
        return table.hasParameters() ? table.parameters() : Map.of();
    }

    private Map<String, String> serdeParameters() {
        SerDeInfo serde = table.storageDescriptor().serdeInfo();
        return serde == null || !serde.hasParameters() ? Map.of() : serde.parameters();
    }

    /** Returns the name of the class that reads the rows, in lower case. */
    public String serde() {
        SerDeInfo serde = table.storageDescriptor().serdeInfo();
        return serde == null || serde.serializationLibrary() == null
                ? ""
                : serde.serializationLibrary().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the format by the name that scripts give it: what the table's classification says or, when it says nothing,
     * what its SerDe tells.
     *
     * @throws IllegalArgumentException when neither tells it
     */
    public String format() {
        String said = parameter("table_type")
                .filter(type -> type.equalsIgnoreCase("ICEBERG") || type.equalsIgnoreCase("DELTA"))
                .or(() -> parameter("spark.sql.sources.provider")
                        .filter(type -> type.equalsIgnoreCase("delta") || type.equalsIgnoreCase("hudi")))
                .or(() -> parameter("classification"))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> !text.equals("unknown"))
                .orElse("");
        if (!said.isEmpty()) {
            return said.equals("grok") ? "groklog" : said;
        }
        String serde = serde();
        for (String format : List.of("parquet", "orc", "csv", "json", "avro", "grok", "ion", "xml")) {
            if (serde.contains(format)) {
                return format.equals("grok") ? "groklog" : format;
            }
        }
        if (serde.contains("lazysimpleserde")) {
            return "csv";
        }
        throw new IllegalArgumentException("The table " + database() + "." + name()
                + " has no classification, and its SerDe tells no format: " + serde);
    }

    /** Returns the table's description with other columns. */
    public TableInput input(List<Column> columns) {
        return TableInput.builder()
                .name(table.name())
                .description(table.description())
                .owner(table.owner())
                .retention(table.retention())
                .storageDescriptor(table.storageDescriptor().copy(storage -> storage.columns(columns)))
                .partitionKeys(partitionKeys())
                .tableType(table.tableType())
                .parameters(parameters())
                .build();
    }
}
