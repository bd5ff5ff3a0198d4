package io.laguna.emulator.redshift.spectrum.ddl;

import java.util.Locale;
import java.util.Optional;

/**
 * The classes that STORED AS stands for.
 *
 * @param serde the one that belongs to the format, unless ROW FORMAT names another
 */
record StoredAs(String input, String output, Optional<String> serde) {
    private static final String HIVE = "org.apache.hadoop.hive.ql.io.";

    /**
     * Returns the classes of a format.
     *
     * @param format a name in upper case, or two classes with a comma between
     */
    static StoredAs of(String format) {
        int comma = format.indexOf(',');
        if (comma >= 0) {
            return new StoredAs(format.substring(0, comma), format.substring(comma + 1), Optional.empty());
        }
        return switch (format.toUpperCase(Locale.ROOT)) {
            case "PARQUET" -> new StoredAs(
                    HIVE + "parquet.MapredParquetInputFormat",
                    HIVE + "parquet.MapredParquetOutputFormat",
                    Optional.of(HIVE + "parquet.serde.ParquetHiveSerDe"));
            case "ORC" -> new StoredAs(
                    HIVE + "orc.OrcInputFormat", HIVE + "orc.OrcOutputFormat", Optional.of(HIVE + "orc.OrcSerde"));
            case "AVRO" -> new StoredAs(
                    HIVE + "avro.AvroContainerInputFormat",
                    HIVE + "avro.AvroContainerOutputFormat",
                    Optional.of("org.apache.hadoop.hive.serde2.avro.AvroSerDe"));
            case "RCFILE" -> new StoredAs(
                    HIVE + "RCFileInputFormat",
                    HIVE + "RCFileOutputFormat",
                    Optional.of("org.apache.hadoop.hive.serde2.columnar.ColumnarSerDe"));
            case "SEQUENCEFILE" -> new StoredAs(
                    "org.apache.hadoop.mapred.SequenceFileInputFormat",
                    "org.apache.hadoop.mapred.SequenceFileOutputFormat",
                    Optional.empty());
            default -> new StoredAs(
                    "org.apache.hadoop.mapred.TextInputFormat",
                    HIVE + "HiveIgnoreKeyTextOutputFormat",
                    Optional.empty());
        };
    }
}
