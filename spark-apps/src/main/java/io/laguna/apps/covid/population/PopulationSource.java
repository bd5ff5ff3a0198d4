package io.laguna.apps.covid.population;

import static org.apache.spark.sql.functions.col;

import io.laguna.apps.lake.Lake;
import io.laguna.apps.lake.Tables;
import io.laguna.apps.lake.Zone;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A database that holds the tables of {@link SourceTable}. */
public final class PopulationSource {

    /** The number of departments: 32, and Bogotá. */
    private static final int DEPARTMENTS = 33;

    private static final String MYSQL_DRIVER = "com.mysql.cj.jdbc.Driver";

    private final SparkSession spark;
    private final Map<String, String> connection;

    /**
     * Creates the database at a JDBC address.
     *
     * @param url such as {@code jdbc:mysql://127.0.0.1:3306/covid}
     */
    public PopulationSource(SparkSession spark, String url, String user, String password) {
        this.spark = spark;
        this.connection = new LinkedHashMap<>(Map.of("url", url, "user", user, "password", password));
        if (url.startsWith("jdbc:mysql:")) {
            // A driver that came with --jars is not found by its URL.
            connection.put("driver", MYSQL_DRIVER);
        }
    }

    /**
     * Copies the tables, unchanged in names and types.
     *
     * @param raw the raw zone, such as {@code s3://raw}
     * @return rows by table
     * @throws IllegalStateException when departments are missing, because their cases could not be counted per
     *     inhabitant. Nothing is published then
     */
    public Map<String, Integer> extractTo(String raw) {
        Map<SourceTable, List<Row>> tables = new EnumMap<>(SourceTable.class);
        Map<SourceTable, Dataset<Row>> sources = new EnumMap<>(SourceTable.class);
        for (SourceTable table : SourceTable.values()) {
            sources.put(table, read(table));
            tables.put(table, sources.get(table).collectAsList());
        }
        int departments = tables.get(SourceTable.DEPARTMENT).size();
        if (departments < DEPARTMENTS) {
            throw new IllegalStateException(
                    "The source has %d departments in table department, and not %d. Load its seed."
                            .formatted(departments, DEPARTMENTS));
        }
        Lake.createDatabase(spark, Zone.RAW, raw);
        Map<String, Integer> rows = new LinkedHashMap<>();
        tables.forEach((table, content) -> {
            Dataset<Row> copy =
                    spark.createDataFrame(content, sources.get(table).schema()).coalesce(1);
            Tables.publish(copy, table.definition(raw));
            rows.put(table.title(), content.size());
        });
        return rows;
    }

    private Dataset<Row> read(SourceTable table) {
        return spark.read()
                .format("jdbc")
                .options(connection)
                .option("dbtable", table.title())
                .option("customSchema", table.schema())
                .load()
                .select(Arrays.stream(table.columnNames())
                        .map(name -> col(name))
                        .toArray(Column[]::new));
    }
}
