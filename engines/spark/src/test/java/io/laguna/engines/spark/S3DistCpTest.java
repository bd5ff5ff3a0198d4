package io.laguna.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of copies between a folder and {@code hdfs:///}, which is another folder. */
class S3DistCpTest {
    @TempDir
    private Path folder;

    private Path source;
    private Path hdfs;
    private Configuration configuration;

    @BeforeEach
    void logsOfTwoDays() throws IOException {
        source = folder.resolve("logs");
        hdfs = folder.resolve("hdfs");
        write("2026-01-01/a.log", "a1\n");
        write("2026-01-01/b.log", "b1\n");
        write("2026-01-02/a.log", "a2\n");
        write("readme.txt", "r\n");
        configuration = new Configuration();
        configuration.set("fs.defaultFS", "hdfs:///");
        configuration.setClass("fs.hdfs.impl", HdfsFolder.class, FileSystem.class);
        configuration.set("fs.hdfs.impl.disable.cache", "true");
        configuration.set(HdfsFolder.FOLDER, hdfs.toString());
    }

    @Test
    void copiesAFolderWithItsFolders() throws IOException {
        assertThat(copy("--dest", "hdfs:///in")).isZero();

        assertThat(files("in"))
                .containsExactly("2026-01-01/a.log", "2026-01-01/b.log", "2026-01-02/a.log", "readme.txt");
        assertThat(hdfs.resolve("in/2026-01-02/a.log")).hasContent("a2\n");
    }

    @Test
    void copiesOnlyWhatMatches() throws IOException {
        assertThat(copy("--dest=hdfs:///in", "--srcPattern=.*/2026-01-01/.*\\.log"))
                .isZero();

        assertThat(files("in")).containsExactly("2026-01-01/a.log", "2026-01-01/b.log");
    }

    @Test
    void concatenatesWhatAgreesInTheGroupsAndLeavesTheRest() throws IOException {
        assertThat(copy("--dest=hdfs:///days", "--groupBy=.*/(\\d+)-(\\d+)-\\d+/([ab]).*"))
                .isZero();

        assertThat(files("days")).containsExactly("202601a", "202601b");
        assertThat(hdfs.resolve("days/202601a")).hasContent("a1\na2\n");
    }

    @Test
    void beginsAnotherFileAtTheTargetSize() throws IOException {
        write("2026-01-01/big1.bin", "x".repeat(1024 * 1024));
        write("2026-01-01/big2.bin", "y".repeat(1024 * 1024));
        write("2026-01-01/big3.bin", "z");

        assertThat(copy("--dest=hdfs:///big", "--groupBy=.*(big).(\\.bin)", "--targetSize=1"))
                .isZero();

        assertThat(files("big")).containsExactly("big0.bin", "big1.bin", "big2.bin");
    }

    @Test
    void compressesAndUncompresses() throws IOException {
        assertThat(copy("--dest=hdfs:///gz", "--outputCodec=gz", "--srcPattern=.*\\.log"))
                .isZero();
        assertThat(files("gz")).contains("2026-01-02/a.log.gz");
        try (GZIPInputStream content =
                new GZIPInputStream(Files.newInputStream(hdfs.resolve("gz/2026-01-02/a.log.gz")))) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("a2\n");
        }

        assertThat(run("--src=hdfs:///gz", "--dest=hdfs:///plain", "--outputCodec=none", "--groupBy=.*/(.)\\.log\\.gz"))
                .isZero();
        assertThat(hdfs.resolve("plain/a")).hasContent("a1\na2\n");
    }

    @Test
    void compressesWithSnappyWithoutNativeCode() throws IOException {
        assertThat(copy("--dest=hdfs:///s", "--outputCodec=snappy", "--srcPattern=.*txt"))
                .isZero();
        assertThat(run("--src=hdfs:///s", "--dest=hdfs:///s2", "--outputCodec=none"))
                .isZero();

        assertThat(files("s")).containsExactly("readme.txt.snappy");
        assertThat(hdfs.resolve("s2/readme.txt")).hasContent("r\n");
    }

    @Test
    void deletesTheSourcesOnlyWhenAllAreCopied() throws IOException {
        write("broken.log.gz", "no gzip at all, whatever the name says");
        assertThat(copy("--dest=hdfs:///in", "--outputCodec=none", "--deleteOnSuccess"))
                .isEqualTo(1);
        assertThat(source.resolve("2026-01-01/a.log")).exists();
        assertThat(files("in")).doesNotContain("broken.log").noneMatch(name -> name.contains("partial"));

        Files.delete(source.resolve("broken.log.gz"));
        assertThat(copy("--dest=hdfs:///in", "--deleteOnSuccess")).isZero();
        assertThat(source.resolve("2026-01-01/a.log")).doesNotExist();
    }

    @Test
    void copiesWhatAManifestDoesNotHoldOrOnlyThat() throws IOException {
        assertThat(copy("--dest=hdfs:///m1", "--outputManifest=m.gz")).isZero();
        write("new.txt", "n");

        assertThat(copy("--dest=hdfs:///m2", "--previousManifest=hdfs:///m1/m.gz"))
                .isZero();
        assertThat(files("m2")).containsExactly("new.txt");

        assertThat(copy("--dest=hdfs:///m3", "--previousManifest=hdfs:///m1/m.gz", "--copyFromManifest"))
                .isZero();
        assertThat(files("m3")).hasSize(4).doesNotContain("new.txt");

        assertThat(copy("--dest=hdfs:///m4", "--previousManifest=hdfs:///nope.gz"))
                .isEqualTo(1);
        assertThat(copy("--dest=hdfs:///m4", "--previousManifest=hdfs:///nope.gz", "--requirePreviousManifest=false"))
                .isZero();
    }

    @Test
    void concatenatedGzipFilesAreOne() throws IOException {
        for (String name : List.of("m1.gz", "m2.gz")) {
            try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(source.resolve(name)))) {
                gzip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(copy("--dest=hdfs:///cat", "--groupBy=.*/(m)\\d(\\.gz)")).isZero();
        assertThat(run("--src=hdfs:///cat/m.gz", "--dest=hdfs:///cat2", "--outputCodec=none"))
                .isZero();
        assertThat(hdfs.resolve("cat2/m")).hasContent("m1.gzm2.gz");
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThat(run("--src=hdfs:///nope", "--dest=hdfs:///x")).isEqualTo(1);
        assertThat(copy("--dest=hdfs:///x", "--frobnicate")).isEqualTo(1);
        assertThat(copy("--dest=hdfs:///x", "--outputCodec=lzo")).isEqualTo(1);
        assertThat(copy("--dest=hdfs:///x", "--groupBy=.*")).isEqualTo(1);
        assertThat(copy()).isEqualTo(1);
        assertThat(hdfs.resolve("x")).doesNotExist();
    }

    private int copy(String... options) {
        return run(Stream.concat(Stream.of("--src", source.toUri().toString()), Arrays.stream(options))
                .toArray(String[]::new));
    }

    private int run(String... options) {
        return S3DistCp.run(new Configuration(configuration), options);
    }

    private void write(String name, String content) throws IOException {
        Path file = source.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private List<String> files(String below) throws IOException {
        Path top = hdfs.resolve(below);
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".crc"))
                    .map(file -> top.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
