package io.laguna.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadmeTest {
    private static final Path MODULE = Path.of(System.getProperty("laguna.home"), "testing");

    @ParameterizedTest
    @CsvSource({"ReadmeExampleTest,@ExtendWith", "ReadmeContainerExampleTest,@Testcontainers"})
    void theExamplesOfTheReadmeAreTheTestsBesideThisOne(String name, String firstLine) throws IOException {
        String test = Files.readString(MODULE.resolve("src/test/java/io/laguna/testing/" + name + ".java"));
        String example = test.substring(test.indexOf(firstLine));

        assertThat(Files.readString(MODULE.resolve("README.md"))).contains("```java\n" + example + "```");
    }
}
