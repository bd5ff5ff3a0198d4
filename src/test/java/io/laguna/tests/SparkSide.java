package io.laguna.tests;

import static io.laguna.tests.SystemLake.keep;

import java.util.ArrayList;
import java.util.List;

/** The part of {@link GlueAndSparkSystemTest} that the two Spark jobs do. */
final class SparkSide {
    private SparkSide() {}

    static List<String> made() {
        List<String> statements = new ArrayList<>(
                List.of(
                        "CREATE DATABASE Spark COMMENT 'What Spark made' LOCATION 's3://data/spark/'",
                        "CREATE TABLE spark.managed (id BIGINT) STORED AS PARQUET",
                        "CREATE TABLE spark.sources_parquet (id BIGINT, Name STRING) USING parquet",
                        "CREATE TABLE spark.sources_csv (id BIGINT, Name STRING) USING csv OPTIONS (header 'true')",
                        "CREATE TABLE spark.sources_json (id BIGINT, day DATE) USING json PARTITIONED BY (day)"
                                + " LOCATION 's3://data/sources_json'",
                        "INSERT INTO spark.sources_json VALUES (1, DATE'2026-01-02')",
                        "CREATE TABLE spark.visits (id BIGINT, place STRUCT<city: STRING, zip: INT>)"
                                + " PARTITIONED BY (day DATE, hour INT) STORED AS PARQUET",
                        "SET hive.exec.dynamic.partition.mode=nonstrict",
                        "INSERT INTO spark.visits PARTITION (day, hour) VALUES"
                                + " (1, NULL, DATE'2026-01-02', 3), (2, NULL, DATE'2026-01-02', 14), (3, NULL, DATE'2026-01-03', 3)"));
        for (String format : List.of("PARQUET", "ORC", "TEXTFILE", "AVRO")) {
            String table = "hive_" + format;
            statements.add("CREATE EXTERNAL TABLE spark." + table + " (id BIGINT COMMENT 'The key', Name STRING)"
                    + " COMMENT 'By Spark' STORED AS " + format + " LOCATION 's3://data/" + table + "'");
            statements.add("INSERT INTO spark." + table + " VALUES (1, 'uno'), (2, NULL)");
        }
        statements.add("CREATE EXTERNAL TABLE spark.widened (id BIGINT, name STRING)"
                + " ROW FORMAT DELIMITED FIELDS TERMINATED BY '|' STORED AS TEXTFILE LOCATION 's3://data/widened'");
        statements.add("CREATE VIEW spark.names (who COMMENT 'A name') COMMENT 'Names only' AS"
                + " SELECT name FROM spark.hive_orc");
        return statements;
    }

    static List<String> readAndChanged() {
        List<String> statements = new ArrayList<>();
        List.of("SALES", "open_csv", "hive_json", "openx_json", "by_x2d_hand", "orc", "avro")
                .forEach(table -> statements.add(keep(table, "SELECT * FROM glue." + table)));
        statements.addAll(List.of(
                keep("pruned", "SELECT id FROM glue.sales WHERE year > 2025 AND city LIKE '%b=c'"),
                keep("visits", "SELECT id, day, hour FROM spark.visits"),
                keep("widened", "SELECT id, name, added FROM spark.widened"),
                "ALTER TABLE glue.sales ADD PARTITION (year = 2027, city = 'Cali') LOCATION 's3://data/elsewhere/'",
                "ALTER TABLE glue.sales SET TBLPROPERTIES ('checked' = 'by Spark')",
                "INSERT INTO glue.orc VALUES (3, 'tres')",
                keep("orc_after", "SELECT id FROM glue.orc"),
                "DROP TABLE glue.doomed"));
        return statements;
    }
}
