package io.laguna.glue.sink;

import io.laguna.glue.format.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;

/** How the catalog describes the files of a format. */
record TableFormat(
        String classification,
        String input,
        String output,
        String serde,
        Map<String, String> serdeParameters,
        boolean header) {
    private static final String TEXT_INPUT = "org.apache.hadoop.mapred.TextInputFormat";
    private static final String TEXT_OUTPUT = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";
    private static final String HIVE = "org.apache.hadoop.hive.";

    static TableFormat of(String format, Options options) {
        return switch (format) {
            case "json" -> new TableFormat(
                    "json", TEXT_INPUT, TEXT_OUTPUT, "org.openx.data.jsonserde.JsonSerDe", Map.of(), false);
            case "csv" -> new TableFormat(
                    "csv",
                    TEXT_INPUT,
                    TEXT_OUTPUT,
                    HIVE + "serde2.OpenCSVSerde",
                    csv(options),
                    options.flag("writeHeader", true));
            case "avro" -> new TableFormat(
                    "avro",
                    HIVE + "ql.io.avro.AvroContainerInputFormat",
                    HIVE + "ql.io.avro.AvroContainerOutputFormat",
                    HIVE + "serde2.avro.AvroSerDe",
                    Map.of("serialization.format", "1"),
                    false);
            case "parquet", "glueparquet" -> new TableFormat(
                    "parquet",
                    HIVE + "ql.io.parquet.MapredParquetInputFormat",
                    HIVE + "ql.io.parquet.MapredParquetOutputFormat",
                    HIVE + "ql.io.parquet.serde.ParquetHiveSerDe",
                    Map.of("serialization.format", "1"),
                    false);
            default -> throw new IllegalArgumentException("No table is made of the format " + format);
        };
    }

    private static Map<String, String> csv(Options options) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(
                "separatorChar",
                options.character("separator", Optional.of(',')).orElse(',').toString());
        options.character("quoteChar", Optional.of('"'))
                .ifPresent(quote -> parameters.put("quoteChar", quote.toString()));
        return parameters;
    }

    /** Returns the same with one more parameter of the SerDe. */
    TableFormat with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(serdeParameters);
        more.put(name, value);
        return new TableFormat(classification, input, output, serde, more, header);
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("EXTERNAL", "TRUE");
        parameters.put("classification", classification);
        parameters.put("compressionType", "none");
        parameters.put("typeOfData", "file");
        if (header) {
            parameters.put("skip.header.line.count", "1");
        }
        return parameters;
    }

    StorageDescriptor storage(List<Column> columns, String location) {
        return StorageDescriptor.builder()
                .columns(columns)
                .location(location)
                .inputFormat(input)
                .outputFormat(output)
                .serdeInfo(serdeInfo -> serdeInfo.serializationLibrary(serde).parameters(serdeParameters))
                .build();
    }
}
