package io.laguna.tests;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;

/**
 * Formats of tables, with the classes that Athena and Glue's crawlers name for them.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/supported-serdes.html">SerDes that Athena supports</a>
 */
enum TableFormat {
    TEXT(
            "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
            "org.apache.hadoop.mapred.TextInputFormat",
            "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"),
    OPEN_CSV(
            "org.apache.hadoop.hive.serde2.OpenCSVSerde",
            "org.apache.hadoop.mapred.TextInputFormat",
            "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"),
    HIVE_JSON(
            "org.apache.hive.hcatalog.data.JsonSerDe",
            "org.apache.hadoop.mapred.TextInputFormat",
            "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"),
    OPENX_JSON(
            "org.openx.data.jsonserde.JsonSerDe",
            "org.apache.hadoop.mapred.TextInputFormat",
            "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"),
    PARQUET(
            "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
            "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
            "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat"),
    ORC(
            "org.apache.hadoop.hive.ql.io.orc.OrcSerde",
            "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat",
            "org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat"),
    AVRO(
            "org.apache.hadoop.hive.serde2.avro.AvroSerDe",
            "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat",
            "org.apache.hadoop.hive.ql.io.avro.AvroContainerOutputFormat");

    private final String serde;
    private final String inputFormat;
    private final String outputFormat;

    TableFormat(String serde, String inputFormat, String outputFormat) {
        this.serde = serde;
        this.inputFormat = inputFormat;
        this.outputFormat = outputFormat;
    }

    /**
     * Returns the storage of a table in this format.
     *
     * @param columns as in SQL: {@code id bigint}
     */
    StorageDescriptor at(String location, Map<String, String> serdeParameters, String... columns) {
        return StorageDescriptor.builder()
                .location(location)
                .columns(columns(columns))
                .inputFormat(inputFormat)
                .outputFormat(outputFormat)
                .serdeInfo(SerDeInfo.builder()
                        .serializationLibrary(serde)
                        .parameters(serdeParameters)
                        .build())
                .build();
    }

    /** Returns the name that Spark and Hive have for the format. */
    String sparksName() {
        return this == TEXT ? "textfile" : name().toLowerCase(Locale.ROOT);
    }

    String serde() {
        return serde;
    }

    String inputFormat() {
        return inputFormat;
    }

    String outputFormat() {
        return outputFormat;
    }

    /**
     * Returns columns.
     *
     * @param namesAndTypes as in SQL: {@code id bigint}
     */
    static List<Column> columns(String... namesAndTypes) {
        return Stream.of(namesAndTypes)
                .map(column -> Column.builder()
                        .name(column.substring(0, column.indexOf(' ')))
                        .type(column.substring(column.indexOf(' ') + 1))
                        .build())
                .toList();
    }
}
