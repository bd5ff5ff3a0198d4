package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.laguna.emulator.edge.guard.GuardSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The attacks of {@link WebPagesTest} in Chromium, so that nobody has to guess the rules of a browser. */
class BrowserTest {
    private static final Path SCRIPTS = Path.of("src/test/browser");
    private static final Path MODULES = Path.of("target/browser/node_modules");
    private static final long DEADLINE_SECONDS = 180;

    @TempDir
    private Path folder;

    private final List<String> scheduled = new CopyOnWriteArrayList<>();

    @Test
    void noPageGetsAnything() throws Exception {
        assumeTrue(
                Files.exists(Path.of("/usr/bin/chromium")) && Files.exists(MODULES.resolve("playwright-core")),
                "SKIPPED, the attacks in a browser: there is no Chromium with playwright-core. Run "
                        + SCRIPTS.resolve("install"));
        try (TestEdge edge = TestEdge.start(
                folder,
                options -> options.withGuard(GuardSettings.of(List.of(), List.of("http://friend.example"))),
                List.of(TestEdge.databases(), OneSchedule.mount(scheduled)))) {
            Path bucket = Files.createDirectories(edge.buckets().resolve("raw"));
            Files.copy(SCRIPTS.resolve("page.html"), bucket.resolve("page.html"));

            Map<String, String> outcomes = attack(edge.address().getPort());

            assertThat(scheduled).isEmpty();
            assertThat(bucket.toFile().list()).containsExactly("page.html");
            for (String attack : List.of("form", "fetch", "upload", "iframe", "embed", "object")) {
                assertThat(outcomes).containsEntry(attack, "403");
            }
            for (String attack : List.of("call", "put", "delete")) {
                assertThat(outcomes.get(attack)).startsWith("unreadable");
            }
            for (String attack : List.of("rebound-s3", "rebound-glue")) {
                assertThat(outcomes.get(attack)).startsWith("403").contains("LAGUNA_ENDPOINT_HOSTS");
            }
            for (String page : List.of("object", "hosted-object")) {
                assertThat(outcomes)
                        .containsEntry(
                                page + "-script",
                                "null glue: unreadable, s3: unreadable, object: unreadable, storage: none");
            }
            assertThat(outcomes)
                    .containsEntry("typed", "200")
                    .containsEntry("health", "200")
                    .containsEntry("link", "200");
            assertThat(outcomes.get("friend")).startsWith("200").contains("covid");
        }
    }

    private Map<String, String> attack(int port) throws IOException, InterruptedException {
        File output = folder.resolve("outcomes").toFile();
        ProcessBuilder node = new ProcessBuilder(
                        "node", SCRIPTS.resolve("attacks.js").toString(), Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(output);
        node.environment().put("NODE_PATH", MODULES.toAbsolutePath().toString());
        Process process = node.start();
        try {
            assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                    .as("it ends in time")
                    .isTrue();
        } finally {
            process.destroy();
        }
        assertThat(process.exitValue()).as(Files.readString(output.toPath())).isZero();
        Map<String, String> outcomes = new HashMap<>();
        for (String line : Files.readAllLines(output.toPath())) {
            String[] fields = line.split("\t", 2);
            outcomes.put(fields[0], fields[1]);
        }
        return outcomes;
    }
}
