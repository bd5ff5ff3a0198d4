package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.driver.RunOutcome.Kind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of the reasons of failed programs, on what they have printed: each file of {@code python/} is one program's
 * output, with the reason, in full and brief, and without most frames of Java's stacks.
 */
class RecordedFailuresTest {
    /** A program that failed: the lines of its file by the names of their parts. */
    private record Recorded(String name, Map<String, List<String>> parts) {
        static Recorded of(Path file) {
            Map<String, List<String>> parts = new TreeMap<>();
            List<String> part = new ArrayList<>();
            try {
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith("=== ")) {
                        part = new ArrayList<>();
                        parts.put(line.substring(4), part);
                    } else {
                        part.add(line);
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(file.toString(), e);
            }
            return new Recorded(file.getFileName().toString(), parts);
        }

        String text(String part) {
            return String.join("\n", parts.get(part));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void theReasonIsTheProgramsOwn(Recorded recorded) {
        RunOutcome.Failed failed = new FailureReason(
                        recorded.parts().get("stdout"), recorded.parts().get("stderr"))
                .of(Integer.parseInt(recorded.text("exit code")));

        assertThat(failed.reason()).isEqualTo(recorded.text("reason"));
        assertThat(failed.brief()).isEqualTo(recorded.text("brief"));
        assertThat(failed.kind()).isEqualTo(Kind.valueOf(recorded.text("kind")));
    }

    private static Stream<Recorded> recorded() throws IOException, URISyntaxException {
        Path folder = Path.of(RecordedFailuresTest.class
                        .getResource("python/shell.log")
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Recorded::of).toList().stream();
        }
    }
}
