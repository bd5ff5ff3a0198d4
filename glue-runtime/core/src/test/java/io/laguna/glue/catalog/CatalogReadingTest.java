package io.laguna.glue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.glue.format.Options;
import io.laguna.glue.format.RecordFormat;
import io.laguna.glue.format.RecordFormats;
import io.laguna.glue.record.DynamicRecord;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Table;

/** Texts in the types of the catalog: what does not fit stays a text. */
class CatalogReadingTest {

    private static CatalogTable table(String type, String serde, Map<String, String> parameters) {
        return new CatalogTable(Table.builder()
                .databaseName("d")
                .name("t")
                .storageDescriptor(storage -> storage.columns(
                                Column.builder().name("v").type(type).build())
                        .serdeInfo(info -> info.serializationLibrary(serde).parameters(parameters)))
                .build());
    }

    private static List<DynamicRecord> read(CatalogTable table, String text) throws IOException {
        return new CsvTable(table, ZoneOffset.UTC).format().parse(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bigint | 7 | Long | 7",
                "bigint | ' 7 ' | Long | 7",
                "bigint | x9 | String | x9",
                "bigint | 7.0 | String | 7.0",
                "int | 3000000000 | String | 3000000000",
                "smallint | 7 | Short | 7",
                "tinyint | 300 | String | 300",
                "double | 1.5 | Double | 1.5",
                "double | 1d | String | 1d",
                "float | 1.5 | Float | 1.5",
                "boolean | TRUE | Boolean | true",
                "boolean | yes | String | yes",
                "'decimal(5,2)' | 1.5 | BigDecimal | 1.50",
                "'decimal(5,2)' | 1.555 | String | 1.555",
                "'decimal(3,2)' | 100 | String | 100",
                "date | 2020-02-29 | Date | 2020-02-29",
                "date | 2021-02-29 | String | 2021-02-29",
                "timestamp | 2020-01-02 03:04:05 | Timestamp | 2020-01-02 03:04:05.0",
                "timestamp | 2020-01-02T03:04:05Z | Timestamp | 2020-01-02 03:04:05.0",
                "timestamp | soon | String | soon",
                "string | ' x ' | String | ' x '",
                "varchar(3) | abcd | String | abcd"
            })
    void aTextIsReadInItsType(String type, String text, String kind, String value) throws IOException {
        Object read = read(table(type, "org.apache.hadoop.hive.serde2.OpenCSVSerde", Map.of()), "\"" + text + "\"")
                .get(0)
                .fields()
                .get("v");
        assertThat(read.getClass().getSimpleName()).isEqualTo(kind);
        String shown = read instanceof java.sql.Timestamp moment
                ? moment.toInstant()
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDateTime()
                                .toString()
                                .replace('T', ' ') + ".0"
                : read.toString();
        assertThat(shown).isEqualTo(value);
    }

    @Test
    void anEmptyTextIsNullUnlessItsTypeIsOfTexts() throws IOException {
        for (String type : List.of("bigint", "date", "decimal(5,2)")) {
            assertThat(read(table(type, "", Map.of("field.delim", ",")), "\"\"")
                            .get(0)
                            .fields()
                            .get("v"))
                    .isNull();
        }
        assertThat(read(table("string", "", Map.of("field.delim", ",")), "\"\"")
                        .get(0)
                        .fields()
                        .get("v"))
                .isEqualTo("");
    }

    @Test
    void theSerDeTellsTheDialectAndTheHeader() throws IOException {
        CatalogTable tabs = table(
                "string",
                "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
                Map.of("field.delim", "\\t", "skip.header.line.count", "2"));
        assertThat(read(tabs, "a\nb\nc\td\n")).hasToString("[{\"v\": \"c\"}]");
        CatalogTable hive = table("string", "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe", Map.of());
        assertThat(read(hive, "a,b\u0001c\n")).hasToString("[{\"v\": \"a,b\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V | {'V': 1} | [{'V': 1}]",
                "v | {'V': 1, 'aB': 2} | [{'v': 1, 'aB': 2}]",
                "serialnumber | {'a': 0, 'serialNumber': {'inNer': 1}} | [{'a': 0, 'serialnumber': {'inNer': 1}}]",
                "v | {'V': 1, 'v': 2} | [{'V': 1, 'v': 2}]",
                "ab | {'aB': 1, 'Ab': 2} | [{'ab': 1, 'Ab': 2}]",
                "V | {'v': 1} | [{'V': 1}]"
            })
    void aJsonRecordHasTheNamesOfTheCatalog(String column, String json, String expected) throws IOException {
        CatalogTable table = new CatalogTable(Table.builder()
                .databaseName("d")
                .name("t")
                .storageDescriptor(storage -> storage.columns(
                        Column.builder().name(column).type("int").build()))
                .build());
        RecordFormat format = new CatalogNames(table, RecordFormats.named("json", Options.NONE));

        assertThat(format.parse(json.replace('\'', '"'))).hasToString(expected.replace('\'', '"'));
        assertThat(format.splittable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe, parquet",
        "org.apache.hadoop.hive.ql.io.orc.OrcSerde, orc",
        "org.apache.hadoop.hive.serde2.OpenCSVSerde, csv",
        "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe, csv",
        "org.openx.data.jsonserde.JsonSerDe, json",
        "org.apache.hive.hcatalog.data.JsonSerDe, json",
        "org.apache.hadoop.hive.serde2.avro.AvroSerDe, avro",
        "com.amazonaws.glue.serde.GrokSerDe, groklog"
    })
    void aTableWithoutAClassificationIsOfTheFormatOfItsSerDe(String serde, String format) {
        assertThat(table("string", serde, Map.of()).format()).isEqualTo(format);
    }

    @Test
    void aClassificationIsHeardFirst() {
        assertThat(table("string", "x.OpenCSVSerde", Map.of("classification", "JSON"))
                        .format())
                .isEqualTo("json");
        assertThat(table("string", "x.OpenCSVSerde", Map.of("classification", "csv", "table_type", "ICEBERG"))
                        .format())
                .isEqualTo("iceberg");
    }
}
