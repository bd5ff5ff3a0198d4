package io.laguna.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The servers that a user might take instead of the lake's endpoint. {@code bench/endpoint} fetches them.
 *
 * @param home the checkout
 * @param logs the folder of each server's log
 */
record BesideIt(Path home, Path logs) {
    /** The port of S3Mock, which takes no other for HTTP. */
    private static final int S3MOCK_PORT = 9090;

    /** Starts Adobe's S3Mock, whose files are in the folder of the logs too. */
    S3Server s3Mock() throws IOException {
        Path files = Files.createDirectories(logs.resolve("s3mock"));
        Server process = Server.start(
                List.of(
                        java(),
                        "-Djava.io.tmpdir=" + files,
                        "-jar",
                        home.resolve("bench/target/s3mock-4.7.0-exec.jar").toString(),
                        "--server.port=0"),
                Map.of(),
                logs.resolve("s3mock.log"));
        return new S3Server("S3Mock", process, S3MOCK_PORT);
    }

    /** Starts S3Proxy on its file store in a folder of its own, without a check of signatures, as the others are. */
    S3Server s3Proxy() throws IOException {
        int port = Server.freePort();
        Path files = Files.createTempDirectory(logs, "s3proxy-");
        Path settings = Files.writeString(
                logs.resolve("s3proxy.properties"),
                """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=none
                s3proxy.ignore-unknown-headers=true
                jclouds.provider=filesystem-nio2
                jclouds.identity=laguna
                jclouds.credential=laguna
                jclouds.filesystem.basedir=%s
                """
                        .formatted(port, files));
        Server process = Server.start(
                List.of(
                        java(),
                        "-jar",
                        home.resolve("bench/target/s3proxy-4.1.0-jar-with-dependencies.jar")
                                .toString(),
                        "--properties",
                        settings.toString()),
                Map.of("LOG_LEVEL", "warn"),
                logs.resolve("s3proxy.log"));
        return new S3Server("S3Proxy", process, port);
    }

    /** Starts moto's server, which is Python on one core. */
    Server moto(int port) throws IOException {
        return Server.start(
                List.of(
                        home.resolve("bench/target/moto-5.2.5/bin/moto_server").toString(),
                        "-H",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port)),
                Map.of(),
                logs.resolve("moto.log"));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
