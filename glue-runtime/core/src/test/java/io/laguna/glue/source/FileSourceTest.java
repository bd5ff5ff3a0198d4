package io.laguna.glue.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.glue.SharedSpark;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.record.DynamicRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a folder as sources. */
class FileSourceTest {
    private final GlueContext glue = SharedSpark.context();

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        write("a.json", "{\"id\":1}\n");
        write("b.json", "{\"id\":2}\n{\"id\":\"x\"}\n{\"id\":\n");
        write("deep/c.json", "{\"id\":3}\n");
        write("deep/_hidden/d.json", "{\"id\":4}\n");
        write("_SUCCESS", "{\"id\":5}\n");
        write("empty.json", "");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private DynamicFrame read(String format, Map<String, ?> formatOptions, Object... options) throws IOException {
        Map<String, Object> connection = new HashMap<>(Map.of("paths", List.of(folder.toString())));
        for (int i = 0; i < options.length; i += 2) {
            connection.put((String) options[i], options[i + 1]);
        }
        return Sources.of(glue, "s3", connection, "")
                .setFormat(format, formatOptions)
                .getDynamicFrame();
    }

    private static List<Object> ids(DynamicFrame frame) {
        return new ArrayList<>(frame.structs().map(struct -> struct.get("id")).collect());
    }

    @Test
    void filesRightInAFolderAreReadAndBrokenLinesAreErrors() throws IOException {
        DynamicFrame frame = read("json", Map.of());
        assertThat(ids(frame)).containsExactlyInAnyOrder(1, 2, "x");
        assertThat(frame.count()).isEqualTo(3);
        assertThat(frame.errorsCount()).isEqualTo(1);
        assertThat(frame.schema().treeString())
                .contains("id: choice")
                .contains("int")
                .contains("string");
        assertThat(frame.errors().first().get("source")).isEqualTo("b.json");
        assertThat(frame.errors().first().get("input")).isEqualTo("{\"id\":");
    }

    @Test
    void errorsGoThroughAShuffle() throws IOException {
        DynamicFrame frame = read("json", Map.of());
        DynamicFrame moved = DynamicFrame.ofRecords(frame.records().repartition(3), glue, "moved");
        assertThat(ids(moved)).containsExactlyInAnyOrder(1, 2, "x");
        assertThat(moved.records().collect()).anyMatch(DynamicRecord::isError);
    }

    @Test
    void recurseReadsFoldersBelowButNoneThatAreHidden() throws IOException {
        assertThat(ids(read("json", Map.of(), "recurse", "true"))).containsExactlyInAnyOrder(1, 2, "x", 3);
    }

    @Test
    void pathsMayBeATextAListOrWildcards() throws IOException {
        assertThat(ids(read("json", Map.of(), "paths", folder + "/a.json"))).containsExactly(1);
        assertThat(ids(read("json", Map.of(), "paths", List.of(folder + "/a.json", folder + "/deep"))))
                .containsExactlyInAnyOrder(1, 3);
        assertThat(ids(read("json", Map.of(), "paths", List.of(folder + "/{a,b}.json"))))
                .containsExactlyInAnyOrder(1, 2, "x");
    }

    @Test
    void exclusionsAreGlobsInJson() throws IOException {
        assertThat(ids(read("json", Map.of(), "exclusions", "[\"**b.json\"]"))).containsExactly(1);
        assertThat(ids(read("json", Map.of(), "recurse", true, "exclusions", "[\"" + folder + "/deep/**\"]")))
                .containsExactlyInAnyOrder(1, 2, "x");
    }

    @Test
    void aSourceWithoutFilesHasNoColumns() throws IOException {
        for (String format : List.of("json", "csv", "glueparquet")) {
            DynamicFrame frame = read(format, Map.of(), "paths", List.of(folder + "/nowhere"));
            assertThat(frame.count()).isZero();
            assertThat(frame.toDF().columns()).isEmpty();
            assertThatThrownBy(() -> frame.toDF().col("c")).hasMessageContaining("c");
        }
    }

    @Test
    void compressedFilesAreReadByTheirEndingOrByWhatIsSaid() throws IOException {
        for (String name : List.of("z.json.gz", "zipped")) {
            try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
                file.write("{\"id\":9}\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(ids(read("json", Map.of(), "paths", folder + "/z.json.gz"))).containsExactly(9);
        assertThat(ids(read("json", Map.of(), "paths", folder + "/zipped", "compressionType", "gzip")))
                .containsExactly(9);
        assertThatThrownBy(() -> read("json", Map.of(), "paths", folder + "/zipped", "compressionType", "lzo"))
                .hasMessageContaining("Unsupported compressionType: lzo");
    }

    @Test
    void filesAreGroupedUpToASize() throws IOException {
        assertThat(read("json", Map.of(), "groupFiles", "inPartition", "groupSize", "10")
                        .partitions())
                .isGreaterThan(1);
        assertThat(read("json", Map.of(), "groupFiles", "inPartition", "groupSize", 1 << 20)
                        .partitions())
                .isEqualTo(1);
    }

    @Test
    void namesAndTimesOfFilesAreAttached() throws IOException {
        DynamicFrame frame =
                read("json", Map.of("attachFilename", "f", "attachTimestamp", "t"), "paths", folder + "/a.json");
        assertThat((String) frame.structs().first().get("f")).endsWith("/a.json");
        assertThat(frame.structs().first().get("t")).isInstanceOf(java.sql.Timestamp.class);
    }

    @Test
    void aSchemaThatIsGivenIsTaken() throws IOException {
        String schema = "{\"dataType\":\"struct\",\"fields\":[{\"name\":\"id\",\"container\":{\"dataType\":\"int\"}}]}";
        DynamicFrame frame = read("json", Map.of("withSchema", schema), "paths", folder + "/a.json");
        assertThat(frame.schemaIfComputed()).isPresent();
        assertThat(frame.toDF().schema().catalogString()).isEqualTo("struct<id:int>");
    }

    @Test
    void aCsvFileThatIsNotUtf8FailsWithItsName() throws IOException {
        Files.write(folder.resolve("MXvideos.csv"), "t\nM\u00e9xico\n".getBytes(StandardCharsets.ISO_8859_1));
        DynamicFrame frame = read("csv", Map.of("withHeader", true), "paths", folder + "/MXvideos.csv");
        assertThatThrownBy(frame::toDF)
                .isInstanceOf(SparkException.class)
                .hasMessageContaining("Unable to parse file: MXvideos.csv");
    }

    @Test
    void parquetIsReadAsRowsWithTheColumnsOfFolders() throws IOException {
        String path = folder.resolve("p").toString();
        glue.sparkSession()
                .range(3)
                .selectExpr("id", "id % 2 AS y")
                .write()
                .partitionBy("y")
                .parquet(path);
        DynamicFrame all = read("parquet", Map.of(), "paths", List.of(path));
        assertThat(all.isTyped()).isTrue();
        assertThat(all.toDF().columns()).containsExactly("id", "y");
        DynamicFrame some = read("parquet", Map.of(), "paths", List.of(path), "exclusions", "[\"**/y=0/**\"]");
        assertThat(some.toDF().columns()).containsExactly("id", "y");
        assertThat(some.count()).isEqualTo(1);
    }

    @Test
    void orcIsReadAsRows() throws IOException {
        String path = folder.resolve("o").toString();
        glue.sparkSession().range(3).write().orc(path);
        assertThat(read("orc", Map.of(), "paths", path).count()).isEqualTo(3);
    }

    @Test
    void avroIsReadWithAndWithoutLogicalTypes() throws IOException {
        Path file = folder.resolve("x.avro");
        AvroFile.write(file);
        DynamicFrame earlier = read("avro", Map.of(), "paths", file.toString());
        assertThat(earlier.structs().first()).hasToString("{\"id\": 1, \"day\": 18262, \"tags\": [\"a\"]}");
        DynamicFrame later = read("avro", Map.of("version", "1.8"), "paths", file.toString());
        assertThat(later.structs().first()).hasToString("{\"id\": 1, \"day\": \"2020-01-01\", \"tags\": [\"a\"]}");
    }

    @Test
    void aSampleHasSoManyRecordsAtMost() throws IOException {
        DataSource source =
                Sources.of(glue, "s3", Map.of("paths", folder + "/b.json"), "").setFormat("json", Map.of());
        assertThat(source.getSampleDynamicFrame(1).count()).isEqualTo(1);
    }

    @Test
    void aTypeOfConnectionThatIsNotBuiltSaysSo() {
        for (String type : List.of("dynamodb", "kafka", "kinesis", "mongodb")) {
            assertThatThrownBy(() -> Sources.of(glue, type, Map.of(), ""))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("The connection type " + type + " is not supported");
        }
    }

    @Test
    void aConnectorIsADataSourceOfSparkByItsClass() throws IOException {
        Map<String, Object> options = Map.of("className", "json", "path", folder + "/a.json");
        assertThat(ids(Sources.of(glue, "custom.spark", options, "").getDynamicFrame()))
                .containsExactly(1L);
        assertThatThrownBy(() -> Sources.of(glue, "custom.spark", Map.of(), "").getDynamicFrame())
                .hasMessage("Missing option: className");
    }

    @Test
    void aSourceOfFewerPartitionsThanTheMinimumIsSharedOut() throws IOException {
        DataSource source =
                Sources.of(glue, "s3", Map.of("paths", folder + "/b.json"), "").setFormat("json", Map.of());
        assertThat(source.getDynamicFrame(1, 5).partitions()).isEqualTo(1);
        assertThat(source.getDynamicFrame(2, 5).partitions()).isEqualTo(5);
        assertThat(source.getDynamicFrame(2, 5).errorsCount()).isEqualTo(1);
    }

    @Test
    void aSourceWithoutPathsOrFormatSaysSo() {
        assertThatThrownBy(() -> Sources.of(glue, "s3", Map.of(), "")
                        .setFormat("csv", Map.of())
                        .getDynamicFrame())
                .hasMessageContaining("paths");
        assertThatThrownBy(
                        () -> Sources.of(glue, "s3", Map.of("paths", "x"), "").getDynamicFrame())
                .hasMessageContaining("format");
    }
}
