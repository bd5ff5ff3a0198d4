package io.laguna.apps.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class UsageTest {

    private static final Usage USAGE =
            Usage.of("Job").required("raw", "s3://raw").optional("year", "2020").flag("rebuild");

    @Test
    void readsValuesAndSwitchesInAnyOrder() {
        Arguments arguments = USAGE.parse("--rebuild", "--year", "2021", "--raw", "s3://raw/");

        assertThat(arguments.zone("raw")).isEqualTo("s3://raw");
        assertThat(arguments.find("year")).contains("2021");
        assertThat(arguments.has("rebuild")).isTrue();
    }

    @Test
    void whatIsOptionalMayBeLeftOut() {
        Arguments arguments = USAGE.parse("--raw", "s3://raw");

        assertThat(arguments.find("year")).isEmpty();
        assertThat(arguments.has("rebuild")).isFalse();
    }

    @Test
    void misuseIsToldWithTheUsage() {
        assertMisuse("--raw is missing.");
        assertMisuse("--raw needs a value.", "--raw");
        assertMisuse("--raw needs a value.", "--raw", "--rebuild");
        assertMisuse("--raw is given twice.", "--raw", "a", "--raw", "b");
        assertMisuse("Unknown argument '--row'.", "--row", "s3://raw");
        assertMisuse("Unknown argument 's3://raw'.", "s3://raw");
    }

    @Test
    void aRepeatedArgumentKeepsItsOrder() {
        Usage usage = Usage.of("Job").repeated("statement", "SQL");

        assertThat(usage.parse("--statement", "b", "--statement", "a").all("statement"))
                .containsExactly("b", "a");
        assertThat(usage.parse().all("statement")).isEmpty();
        assertThat(usage).hasToString("Usage: Job [--statement SQL]...");
    }

    @Test
    void ofTwoAlternativesExactlyOneIsTaken() {
        Usage usage = Usage.of("Job")
                .optional("file", "FILE")
                .repeated("statement", "SQL")
                .eitherOr("file", "statement");

        assertThat(usage.parse("--statement", "a").find("file")).isEmpty();
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(usage::parse)
                .withMessageStartingWith("Either --file or --statement has to be given.");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> usage.parse("--file", "f", "--statement", "a"))
                .withMessageStartingWith("Either --file or --statement has to be given.");
    }

    private static void assertMisuse(String problem, String... args) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> USAGE.parse(args))
                .withMessage(problem + System.lineSeparator() + "Usage: Job --raw s3://raw [--year 2020] [--rebuild]");
    }
}
