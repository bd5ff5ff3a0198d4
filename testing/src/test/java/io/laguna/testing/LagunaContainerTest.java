package io.laguna.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

@Tag("cluster")
class LagunaContainerTest {
    @TempDir
    private static Path zones;

    private static LagunaContainer laguna;
    private static String health;

    @BeforeAll
    static void aLakeThatIsToldHowToBe() throws IOException, InterruptedException {
        Files.setPosixFilePermissions(zones, PosixFilePermissions.fromString("rwxrwxrwx"));
        laguna = new LagunaContainer()
                .withZones(zones)
                .withWarmDrivers(2)
                .withDriverMemory("640m")
                .withNetworkAliases("shop-lake");
        laguna.start();
        health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(laguna.endpoint().resolve("/_laguna/health"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @AfterAll
    static void nothingIsLeftOfIt() {
        laguna.stop();
        assertThat(containers()).isEmpty();
    }

    @Test
    void itHasStartedWhenAllOfItIsReady() {
        assertThat(health).contains("\"status\":\"ready\"").doesNotContain("\"status\":\"starting\"");
    }

    @Test
    void bucketsAreFoldersOfTheHost() {
        try (S3Client s3 = laguna.client(S3Client.builder())) {
            s3.createBucket(create -> create.bucket("shop"));
            s3.putObject(put -> put.bucket("shop").key("a.csv"), RequestBody.fromString("1,2.50\n"));

            assertThat(zones.resolve("shop/a.csv")).hasContent("1,2.50");

            // The files belong to the lake's user, and this test cannot always delete them.
            s3.deleteObject(delete -> delete.bucket("shop").key("a.csv"));
            s3.deleteBucket(delete -> delete.bucket("shop"));
        }
    }

    @Test
    void asManyDriversAsAskedForWaitWithTheHeapAskedFor() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> commandLines()
                                .filter(line -> line.matches("\\S+/java -Xmx640m .*"))
                                .count()
                        == 2);
    }

    @Test
    void otherContainersCallItByItsAlias() throws IOException, InterruptedException {
        assertThat(status("shop-lake:4566")).isEqualTo("200");
        assertThat(status("evil.example:4566")).isEqualTo("403");
    }

    @Test
    void theAccountIsTheAccessKey() {
        try (StsClient sts = laguna.client(StsClient.builder())) {
            assertThat(sts.getCallerIdentity().account()).isEqualTo(laguna.accessKeyId());
        }
    }

    @Test
    void aLakeThatDoesNotStartSaysWhyAndIsRemoved() {
        try (LagunaContainer wrong = new LagunaContainer().withDriverMemory("lots")) {
            assertThatThrownBy(wrong::start)
                    .hasMessageContaining("exit code 2")
                    .hasMessageContaining("--driver-memory has to be like 2g or 1536m");

            assertThat(containers()).containsExactly(laguna.getContainerId());
        }
    }

    @Test
    void aCommandThatEndsAtOnceSaysWhy() {
        try (LagunaContainer wrong = new LagunaContainer().withCommand("lagoon", "up")) {
            assertThatThrownBy(wrong::start)
                    .hasMessageContaining("exit code 127")
                    .hasMessageContaining("lagoon: not found");
        }
    }

    @Test
    void aLakeThatIsNotReadyInTimeIsRemoved() {
        try (LagunaContainer slow = new LagunaContainer().withStartupTimeout(Duration.ofSeconds(1))) {
            assertThatThrownBy(slow::start).hasMessageContaining("not ready after 1 s");

            assertThat(containers()).containsExactly(laguna.getContainerId());
        }
    }

    private static String status(String host) throws IOException, InterruptedException {
        return laguna.execInContainer(
                        "curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "Host: " + host, "localhost:4566")
                .getStdout();
    }

    private static Stream<String> commandLines() {
        return Stream.of(DockerClientFactory.instance()
                        .client()
                        .topContainerCmd(laguna.getContainerId())
                        .withPsArgs("-o pid,args")
                        .exec()
                        .getProcesses())
                .map(columns -> columns[1]);
    }

    private static List<String> containers() {
        return DockerClientFactory.instance()
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(
                        Map.of(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID))
                .exec()
                .stream()
                .map(Container::getId)
                .toList();
    }
}
