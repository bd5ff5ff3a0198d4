package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that a module with tests for a profile says so in its pom: other modules skip all their tests there. */
class TestProfilesTest {
    private static final Pattern TAG = Pattern.compile("^ *@Tag\\(\"(slow|long|cluster)\"\\)", Pattern.MULTILINE);

    @Test
    void aModuleWithATaggedTestDoesNotSkipIt() throws IOException {
        Path home = LagunaCommand.home();
        List<Path> tagged;
        try (Stream<Path> files = Files.walk(home)) {
            tagged = files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> TAG.matcher(text(file)).find())
                    .toList();
        }

        assertThat(tagged).isNotEmpty().allSatisfy(test -> assertThat(text(pomOf(test)))
                .contains("<skipTests>false</skipTests>"));
    }

    private static Path pomOf(Path file) {
        Path pom = file.resolveSibling("pom.xml");
        return Files.exists(pom) ? pom : pomOf(file.getParent());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
