package io.laguna.glue.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.glue.SharedSpark;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.Struct;
import io.laguna.glue.source.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames as files of a folder. */
class FileSinkTest {
    private final GlueContext glue = SharedSpark.context();

    @TempDir
    Path folder;

    private DynamicFrame frame(Struct... structs) {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(glue.sparkSession().sparkContext());
        return DynamicFrame.ofRecords(
                spark.parallelize(Arrays.stream(structs).map(DynamicRecord::of).toList(), 1), glue, "f");
    }

    private void write(DynamicFrame frame, String format, Map<String, ?> formatOptions, Object... options)
            throws IOException {
        Map<String, Object> connection = new HashMap<>(Map.of("path", folder.toString()));
        for (int i = 0; i < options.length; i += 2) {
            connection.put((String) options[i], options[i + 1]);
        }
        Sinks.of(glue, "s3", connection).setFormat(format, formatOptions).writeDynamicFrame(frame);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    private String only() throws IOException {
        assertThat(files()).hasSize(1);
        return Files.readString(folder.resolve(files().get(0)));
    }

    @Test
    void jsonIsAnObjectALineWithoutNulls() throws IOException {
        write(
                frame(Struct.of(
                        "i",
                        1,
                        "n",
                        null,
                        "d",
                        new BigDecimal("1.50"),
                        "x",
                        2.5,
                        "t",
                        Timestamp.from(Instant.parse("2020-01-02T03:04:05.5Z")),
                        "day",
                        Date.valueOf("2020-01-02"),
                        "s",
                        Struct.of("a", new ArrayList<>(List.of(1, 2))),
                        "m",
                        new HashMap<>(Map.of("k", true)))),
                "json",
                Map.of());
        assertThat(only())
                .isEqualTo("{\"i\":1,\"d\":1.50,\"x\":2.5,\"t\":\"2020-01-02 03:04:05.5\",\"day\":\"2020-01-02\","
                        + "\"s\":{\"a\":[1,2]},\"m\":{\"k\":true}}\n");
        assertThat(files().get(0).toString()).matches("run-\\d{13}-part-r-00000");
    }

    @Test
    void aSecondWritingLeavesTheFirst() throws IOException {
        write(frame(Struct.of("i", 1)), "json", Map.of());
        write(frame(Struct.of("i", 2)), "json", Map.of());
        assertThat(files()).hasSize(2);
    }

    @Test
    void nothingIsWrittenOfNothing() throws IOException {
        for (String format : List.of("json", "csv", "parquet", "glueparquet", "avro")) {
            write(frame(), format, Map.of());
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void csvQuotesLikeGluesWriter() throws IOException {
        write(
                frame(
                        Struct.of("id", 1, "name", "New York", "note", "short"),
                        Struct.of("id", 2, "name", "say \"hi\"", "note", "x".repeat(25)),
                        Struct.of("id", 3, "name", null, "note", "a,b")),
                "csv",
                Map.of());
        assertThat(only())
                .isEqualTo("id,name,note\n1,\"New York\",short\n2,\"say \"\"hi\"\"\",\"" + "x".repeat(25)
                        + "\"\n3,,\"a,b\"\n");
    }

    @Test
    void csvOptionsOfTheWriter() throws IOException {
        write(
                frame(Struct.of("id", 1, "name", "New York; NY", "s", Struct.of("a", 1))),
                "csv",
                Map.of("writeHeader", "false", "separator", ";", "quoteChar", "'", "strictCheckForQuoting", true));
        assertThat(only()).isEqualTo("1;'New York; NY';{\"a\":1}\n");
    }

    @Test
    void csvWithoutQuotes() throws IOException {
        write(frame(Struct.of("a b", "x y")), "csv", Map.of("quoteChar", -1));
        assertThat(only()).isEqualTo("a b\nx y\n");
    }

    @Test
    void partitionKeysBecomeFoldersAndLeaveTheFiles() throws IOException {
        write(
                frame(
                        Struct.of("i", 1, "y", 2020, "c", "a/b"),
                        Struct.of("i", 2, "y", null, "c", ""),
                        Struct.of("i", 3, "y", 2020, "c", "a/b")),
                "json",
                Map.of(),
                "partitionKeys",
                List.of("y", "c"));
        assertThat(files().stream().map(file -> file.getParent().toString()))
                .containsExactly("y=2020/c=a%2Fb", "y=__HIVE_DEFAULT_PARTITION__/c=__HIVE_DEFAULT_PARTITION__");
        assertThat(Files.readString(folder.resolve(files().get(0)))).isEqualTo("{\"i\":1}\n{\"i\":3}\n");
    }

    @Test
    void filesAreCompressedAndReadAgain() throws IOException {
        for (String codec : List.of("gzip", "bzip2", "snappy")) {
            write(frame(Struct.of("i", 1)), "json", Map.of(), "compression", codec);
        }
        assertThat(files().stream().map(file -> file.toString().replaceAll(".*\\.", "")))
                .containsExactlyInAnyOrder("gz", "bz2", "snappy");
        assertThat(Sources.of(glue, "s3", Map.of("paths", folder.toString()), "")
                        .setFormat("json", Map.of())
                        .getDynamicFrame()
                        .count())
                .isEqualTo(3);
        assertThatThrownBy(() -> write(frame(Struct.of("i", 1)), "json", Map.of(), "compression", "lzo"))
                .hasMessageContaining("Unsupported compression: lzo");
    }

    @Test
    void gluesParquetHasItsOwnNamesAndSparksHasSparks() throws IOException {
        DynamicFrame frame = frame(Struct.of("i", 1, "y", 2020, "nothing", null), Struct.of("i", 2L, "y", 2021));
        DynamicFrame whole = frame(Struct.of("i", 1, "y", 2020));
        write(whole, "glueparquet", Map.of("compression", "gzip"), "partitionKeys", List.of("y"));
        assertThat(files()).hasSize(1);
        assertThat(files().get(0).toString()).matches("y=2020/run-\\d{13}-part-block-0-0-r-00000-gz\\.parquet");
        write(frame, "parquet", Map.of("useGlueParquetWriter", true));
        assertThat(files()).hasSize(2);
        assertThat(files().get(0).toString()).matches("run-\\d{13}-part-block-0-0-r-00000-snappy\\.parquet");
        assertThat(glue.sparkSession()
                        .read()
                        .parquet(folder.resolve(files().get(0)).toString())
                        .schema()
                        .catalogString())
                .isEqualTo("struct<i:struct<int:int,long:bigint>,y:int>");
        write(whole, "parquet", Map.of());
        assertThat(files().stream().map(Path::toString)).anyMatch(name -> name.startsWith("part-00000-"));
    }

    @Test
    void orcIsWrittenBySpark() throws IOException {
        write(frame(Struct.of("i", 1, "y", 1)), "orc", Map.of(), "partitionKeys", List.of("y"));
        assertThat(glue.sparkSession().read().orc(folder.toString()).columns()).containsExactly("i", "y");
    }

    @Test
    void avroIsWrittenAndReadAgain() throws IOException {
        Struct record = Struct.of(
                "i",
                1,
                "s",
                Struct.of("a", "x"),
                "l",
                new ArrayList<>(List.of(1L)),
                "d",
                new BigDecimal("1.50"),
                "day",
                Date.valueOf("2020-01-02"));
        for (String version : List.of("1.7", "1.8")) {
            Path below = folder.resolve(version);
            Sinks.of(glue, "s3", Map.of("path", below.toString()))
                    .setFormat("avro", Map.of("version", version))
                    .writeDynamicFrame(frame(record));
            Struct read = Sources.of(glue, "s3", Map.of("paths", below.toString()), "")
                    .setFormat("avro", Map.of("version", version))
                    .getDynamicFrame()
                    .structs()
                    .first();
            assertThat(read)
                    .hasToString(
                            version.equals("1.8")
                                    ? "{\"i\": 1, \"s\": {\"a\": \"x\"}, \"l\": [1], \"d\": 1.50, \"day\": \"2020-01-02\"}"
                                    : "{\"i\": 1, \"s\": {\"a\": \"x\"}, \"l\": [1], \"d\": \"1.50\", \"day\": \"2020-01-02\"}");
        }
    }

    @Test
    void theFrameOfErrorsComesBack() throws IOException {
        Files.writeString(folder.resolve("in"), "{\"a\":1}\nnope\n");
        DynamicFrame frame = Sources.of(glue, "s3", Map.of("paths", folder + "/in"), "")
                .setFormat("json", Map.of())
                .getDynamicFrame()
                .withName("mine");
        DynamicFrame errors = Sinks.of(glue, "s3", Map.of("path", folder + "/out"))
                .setFormat("json", Map.of())
                .writeDynamicFrame(frame);
        assertThat(errors.count()).isEqualTo(1);
        assertThat(errors.name()).isEqualTo("mine_errors");
    }

    @Test
    void formatsThatCannotBeWrittenAndTypesThatAreNotBuiltSaySo() {
        assertThatThrownBy(() -> write(frame(Struct.of("i", 1)), "xml", Map.of()))
                .hasMessageContaining("The format xml cannot be written");
        assertThatThrownBy(() -> Sinks.of(glue, "dynamodb", Map.of()))
                .hasMessageContaining("The connection type dynamodb is not supported");
        assertThatThrownBy(() -> Sinks.of(glue, "s3", Map.of())
                        .setFormat("csv", Map.of())
                        .writeDynamicFrame(frame(Struct.of("i", 1))))
                .hasMessageContaining("Missing option: path");
    }
}
