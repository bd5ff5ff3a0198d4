package io.laguna.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path MODULE = Path.of(System.getProperty("laguna.home"), "testing");

    @Test
    void theExampleOfTheReadmeIsTheTestBesideThisOne() throws IOException {
        String test = Files.readString(MODULE.resolve("src/test/java/io/laguna/testing/ReadmeExampleTest.java"));
        String example = test.substring(test.indexOf("@ExtendWith"));

        assertThat(Files.readString(MODULE.resolve("README.md"))).contains("```java\n" + example + "```");
    }
}
