package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;

/**
 * Tests that main code knows no service. Main code cannot name a service's class, which is on the tests' class path
 * only; nor does it name a service.
 */
class KnowsNoServiceTest {
    @Test
    void noServiceIsNamedInMainCode() throws IOException {
        for (Path source : sources()) {
            List<String> words =
                    List.of(Files.readString(source).toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1));
            for (Class<? extends SdkClient> client : Services.ALL) {
                String service = client.getPackageName()
                        .substring(client.getPackageName().lastIndexOf('.') + 1);
                assertThat(words).as("%s", source).doesNotContain(service);
            }
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            List<Path> sources = files.filter(Files::isRegularFile).toList();
            assertThat(sources).hasSizeGreaterThan(10);
            return sources;
        }
    }
}
