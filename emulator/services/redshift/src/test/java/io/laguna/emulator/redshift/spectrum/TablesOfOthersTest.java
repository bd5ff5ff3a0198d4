package io.laguna.emulator.redshift.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.testlake.EngineLake;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;

/** Tables that a crawler, Athena and Spark have made in the Data Catalog, in the shapes that they have there. */
@ExtendWith({EngineLake.class, SpectrumLake.class})
class TablesOfOthersTest {
    private static final String DATABASE = "others";
    private static final String TEXT = "org.apache.hadoop.mapred.TextInputFormat";
    private static final String LAZY_SIMPLE = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";
    private static final String PARQUET = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat";
    private static final String PARQUET_SERDE = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe";

    private final SpectrumLake.Running lake;

    TablesOfOthersTest(SpectrumLake.Running lake) {
        this.lake = lake;
    }

    @BeforeEach
    void schema() throws SQLException {
        try {
            lake.glue().createDatabase(request -> request.databaseInput(input -> input.name(DATABASE)));
        } catch (AlreadyExistsException e) {
            assertThat(e).hasMessageContaining("already exists");
        }
        var unused = rows("create external schema if not exists others from data catalog database 'others'"
                + " iam_role default");
    }

    @Test
    void aCrawledCsvWithAHeader() throws SQLException {
        put("crawled/year=2024/part.csv", "id,name\n1,a\n2,b\n");
        StorageDescriptor storage = storage(
                "s3://tests/crawled/",
                TEXT,
                LAZY_SIMPLE,
                Map.of("field.delim", ","),
                column("id", "bigint"),
                column("name", "string"));
        lake.glue().createTable(request -> request.databaseName(DATABASE).tableInput(input -> input.name("crawled")
                .tableType("EXTERNAL_TABLE")
                .partitionKeys(column("year", "string"))
                .storageDescriptor(storage)
                .parameters(Map.of(
                        "classification",
                        "csv",
                        "skip.header.line.count",
                        "1",
                        "delimiter",
                        ",",
                        "CrawlerSchemaSerializerVersion",
                        "1.0",
                        "typeOfData",
                        "file"))));
        lake.glue().createPartition(request -> request.databaseName(DATABASE)
                .tableName("crawled")
                .partitionInput(input -> input.values("2024")
                        .storageDescriptor(storage.copy(copy -> copy.location("s3://tests/crawled/year=2024/")))));

        assertThat(rows("select * from others.crawled where year = '2024' order by id"))
                .isEqualTo("1|a|2024\n2|b|2024\n");
    }

    @Test
    void aTableOfAthenas() throws SQLException {
        put("athena/part", "1\u0001x\n2\u0001\\N\n");
        lake.glue().createTable(request -> request.databaseName(DATABASE).tableInput(input -> input.name("athena")
                .owner("hadoop")
                .tableType("EXTERNAL_TABLE")
                .storageDescriptor(storage(
                        "s3://tests/athena",
                        TEXT,
                        LAZY_SIMPLE,
                        Map.of("serialization.format", "1"),
                        column("id", "int"),
                        column("v", "varchar(3)")))
                .parameters(Map.of("EXTERNAL", "TRUE", "transient_lastDdlTime", "1700000000"))));

        assertThat(rows("select id, coalesce(v, 'none') from others.athena order by id"))
                .isEqualTo("1|x\n2|none\n");
    }

    /** Spark keeps the schema in properties too, writes a file with a mark of its success, and dates as in Parquet. */
    @Test
    void aTableOfSparks() throws SQLException {
        put("spark/_SUCCESS", "x");
        lake.duckDb(
                "COPY (SELECT 1::BIGINT AS id, DATE '2024-02-29' AS day, [1, 2]::INTEGER[] AS list,"
                        + " {'a': 'x', 'b': 2::INTEGER} AS pair) TO '{zones}/tests/spark/part-00000.snappy.parquet' (FORMAT parquet)");
        lake.glue().createTable(request -> request.databaseName(DATABASE).tableInput(input -> input.name("spark")
                .tableType("EXTERNAL_TABLE")
                .storageDescriptor(storage(
                        "s3a://tests/spark",
                        PARQUET,
                        PARQUET_SERDE,
                        Map.of("serialization.format", "1", "path", "s3a://tests/spark"),
                        column("id", "bigint"),
                        column("day", "date"),
                        column("list", "array<int>"),
                        column("pair", "struct<a:string,b:int>")))
                .parameters(Map.of(
                        "spark.sql.sources.provider", "parquet",
                        "spark.sql.sources.schema", "{\"type\":\"struct\",\"fields\":[]}"))));

        assertThat(rows("select id, day, json_serialize(list), json_serialize(pair) from others.spark"))
                .isEqualTo("1|2024-02-29|[1,2]|{\"a\":\"x\",\"b\":2}\n");
    }

    /** The process may die; the next statement starts another, which has to be told everything again. */
    @Test
    void aTextFindsTheSchemaThatWasNotThereWhenItWasAskedFirst() throws SQLException {
        put("asked/part", "1\n2\n");
        var unused =
                rows("create external table others.asked (id int) stored as textfile location 's3://tests/asked/'");
        try (Connection connection = lake.cluster().connect();
                Statement statement = connection.createStatement()) {
            String sql = "select sum(id) from asked_later.asked";
            assertThatThrownBy(() -> statement.executeQuery(sql)).hasMessageContaining("asked_later");
            statement.execute(
                    "create external schema asked_later from data catalog database 'others' iam_role default");
            try (ResultSet row = statement.executeQuery(sql)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(3);
            }
            statement.execute("drop schema asked_later");
        }
    }

    @Test
    void tablesAreThereAgainAfterTheirProcessHasDied() throws SQLException {
        put("again/part", "1\n2\n");
        var unused =
                rows("create external table others.again (id int) stored as textfile location 's3://tests/again/'");
        assertThat(rows("select sum(id) from others.again")).isEqualTo("3\n");

        lake.endFileReader();

        assertThat(rows("select sum(id) from others.again")).isEqualTo("3\n");
    }

    private static Column column(String name, String type) {
        return Column.builder().name(name).type(type).build();
    }

    private static StorageDescriptor storage(
            String location, String input, String serde, Map<String, String> properties, Column... columns) {
        return StorageDescriptor.builder()
                .columns(List.of(columns))
                .location(location)
                .inputFormat(input)
                .serdeInfo(SerDeInfo.builder()
                        .serializationLibrary(serde)
                        .parameters(properties)
                        .build())
                .build();
    }

    private void put(String key, String content) {
        lake.s3().putObject(request -> request.bucket(EngineLake.BUCKET).key(key), RequestBody.fromString(content));
    }

    private String rows(String sql) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = lake.cluster().connect();
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        text.append(i == 1 ? "" : "|").append(rows.getString(i));
                    }
                    text.append('\n');
                }
            }
        }
        return text.toString();
    }
}
