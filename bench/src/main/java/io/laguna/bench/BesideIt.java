package io.laguna.bench;

import java.io.IOException;
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
    static final int S3MOCK_PORT = 9090;

    /** Starts Adobe's S3Mock. */
    Server s3Mock() throws IOException {
        return Server.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        home.resolve("bench/target/s3mock-4.7.0-exec.jar").toString(),
                        "--server.port=0"),
                Map.of(),
                logs.resolve("s3mock.log"));
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
}
