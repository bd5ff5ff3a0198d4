package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.process.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The bucket {@code pyspark} with the programs of {@link PySparkProgram}, and what they read. */
record PySparkBucket(S3Client s3) {
    static final String NAME = "pyspark";

    /**
     * Fills the bucket, and makes the database of its name.
     *
     * @param folder for what is packed on the way
     */
    static void fill(S3Client s3, GlueClient glue, Path folder) throws IOException {
        PySparkBucket bucket = new PySparkBucket(s3);
        s3.createBucket(request -> request.bucket(NAME));
        glue.createDatabase(
                request -> request.databaseInput(input -> input.name(NAME).locationUri("s3://pyspark/warehouse/db")));
        bucket.put("in/words.txt", "a b a a\n");
        bucket.put("in/sales.csv", "day,shop,amount\n2021-01-01,north,10.5\n2021-01-02,south,20\n");
        bucket.put("lib/colours.py", "def colour():\n    return 'red'\n");
        bucket.put(
                "lib/shapes.zip",
                zip(
                        folder.resolve("shapes.zip"),
                        Map.of("shapes/__init__.py", "", "shapes/flat.py", "def shape():\n    return 'square'\n")));
        bucket.put(
                "lib/metres-1.0-py3-none-any.whl",
                zip(folder.resolve("metres.whl"), Map.of("metres/__init__.py", "NAME = 'metre'\n")));
        bucket.put("lib/eggs-1.0-py3.11.egg", zip(folder.resolve("eggs.egg"), Map.of("eggs.py", "NAME = 'egg'\n")));
        bucket.put("lib/environment.tar.gz", environment(folder));
        bucket.put("lib/mysql-connector-j.jar", connector());
        for (PySparkProgram program : PySparkProgram.all()) {
            bucket.put("jobs/" + program.name(), program.file());
        }
    }

    private void put(String key, String content) {
        s3.putObject(request -> request.bucket(NAME).key(key), RequestBody.fromString(content));
    }

    private void put(String key, Path file) {
        s3.putObject(request -> request.bucket(NAME).key(key), RequestBody.fromFile(file));
    }

    private static Path zip(Path file, Map<String, String> modules) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> module : modules.entrySet()) {
                zip.putNextEntry(new ZipEntry(module.getKey()));
                zip.write(module.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /** Returns MySQL's driver, which a job may bring along although Spark has it here. */
    private static Path connector() throws IOException {
        String jars = Files.readString(LagunaCommand.home().resolve("engines/spark/target/classpath"));
        return Stream.of(jars.strip().split(File.pathSeparator))
                .filter(jar -> jar.contains("/mysql-connector-j-"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }

    /** Makes a virtual environment as venv-pack does on a node: its interpreter is a link to the node's. */
    private static Path environment(Path folder) throws IOException {
        Path environment = folder.resolve("environment");
        Path packages = Files.createDirectories(environment.resolve("lib/python3.11/site-packages"));
        Files.writeString(packages.resolve("packed_module.py"), "NAME = 'packed'\n");
        Files.writeString(environment.resolve("pyvenv.cfg"), "home = /usr/bin\ninclude-system-site-packages = false\n");
        Files.createSymbolicLink(
                Files.createDirectories(environment.resolve("bin")).resolve("python"), Path.of("/usr/bin/python3"));
        Path archive = folder.resolve("environment.tar.gz");
        assertThat(Tool.run(List.of("tar", "-czf", archive.toString(), "-C", environment.toString(), "."), Map.of())
                        .succeeded())
                .isTrue();
        return archive;
    }
}
