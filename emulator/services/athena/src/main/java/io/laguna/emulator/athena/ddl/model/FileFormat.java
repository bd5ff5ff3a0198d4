package io.laguna.emulator.athena.ddl.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The formats that STORED AS names: the classes that read and write files of a kind.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/supported-serdes.html">Supported SerDes</a>
 */
public enum FileFormat {
    TEXTFILE(
            "org.apache.hadoop.mapred.TextInputFormat",
            "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
            FileFormat.LAZY_SIMPLE),
    SEQUENCEFILE(
            "org.apache.hadoop.mapred.SequenceFileInputFormat",
            "org.apache.hadoop.hive.ql.io.HiveSequenceFileOutputFormat",
            FileFormat.LAZY_SIMPLE),
    RCFILE(
            "org.apache.hadoop.hive.ql.io.RCFileInputFormat",
            "org.apache.hadoop.hive.ql.io.RCFileOutputFormat",
            "org.apache.hadoop.hive.serde2.columnar.LazyBinaryColumnarSerDe"),
    ORC(
            "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat",
            "org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat",
            "org.apache.hadoop.hive.ql.io.orc.OrcSerde"),
    PARQUET(
            "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
            "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
            "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"),
    AVRO(
            "org.apache.hadoop.hive.ql.io.avro.AvroContainerInputFormat",
            "org.apache.hadoop.hive.ql.io.avro.AvroContainerOutputFormat",
            "org.apache.hadoop.hive.serde2.avro.AvroSerDe"),
    ION(
            "com.amazon.ionhiveserde.formats.IonInputFormat",
            "com.amazon.ionhiveserde.formats.IonOutputFormat",
            "com.amazon.ionhiveserde.IonHiveSerDe");

    public static final String LAZY_SIMPLE = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";

    public static final String OPENX_JSON = "org.openx.data.jsonserde.JsonSerDe";

    /** The output format of OpenX's SerDe where STORED AS names none, as SHOW CREATE TABLE shows it on AWS. */
    public static final String IGNORE_KEY = "org.apache.hadoop.hive.ql.io.IgnoreKeyTextOutputFormat";

    private final String input;
    private final String output;
    private final String serde;

    FileFormat(String input, String output, String serde) {
        this.input = input;
        this.output = output;
        this.serde = serde;
    }

    public static Optional<FileFormat> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    public Storage storage() {
        return new Storage(input, output, Optional.of(serde));
    }

    /**
     * The classes, by whichever clause the statement gives them.
     *
     * @param serde of the format, unless ROW FORMAT names another
     */
    public record Storage(String input, String output, Optional<String> serde) {}
}
