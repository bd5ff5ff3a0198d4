package io.laguna.emulator.glue.job.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.driver.PythonError;
import io.laguna.engines.driver.RunOutcome;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the messages of failed runs; the cases of Python are in {@code errors.txt}. */
class ErrorMessageTest {
    private static final String EXPECTED = "=> ";

    @TempDir
    private Path folder;

    /** A case: the lines that a program printed, and the message. */
    record Case(String name, String printed, String message) {
        static Case of(String text) {
            int end = text.indexOf('\n');
            int expected = text.indexOf("\n" + EXPECTED);
            return new Case(
                    text.substring(0, end),
                    text.substring(end + 1, expected + 1),
                    text.substring(expected + 1 + EXPECTED.length()).strip());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRunSaysWhatPythonSaid(Case each) throws IOException {
        Path output = Files.writeString(folder.resolve("stdout"), "a line before\n" + each.printed());

        PythonError error =
                PythonError.in(output, folder.resolve("stderr")).orElseThrow(() -> new AssertionError(each.name()));

        assertThat(ErrorMessage.of(error, "job.py", ServiceWords.SECOND).shown())
                .isEqualTo(each.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            java.lang.OutOfMemoryError: Java heap space | OUT_OF_MEMORY_ERROR | OutOfMemoryError: Java heap space
            io.laguna.glue.launch.CompilationException: job.scala:3: error: not found: value x | COMPILATION_ERROR | CompilationException: job.scala:3: error: not found: value x
            java.lang.IllegalStateException: no | UNCLASSIFIED_ERROR | IllegalStateException: no
            org.apache.spark.SparkException: Job aborted. | UNCLASSIFIED_SPARK_ERROR | SparkException: Job aborted.
            java.lang.UnsupportedOperationException | UNSUPPORTED_OPERATION_ERROR | UnsupportedOperationException
            """)
    void aScalaJobSaysWhatJavaSaid(String reason, String category, String message) {
        RunOutcome.Failed failure = new RunOutcome.Failed(RunOutcome.Kind.EXCEPTION, 1, reason);

        assertThat(ErrorMessage.of(failure).shown()).isEqualTo("Error Category: " + category + "; " + message);
    }

    @Test
    void earlierVersionsOfGlueHaveTheFirstClientsWords() throws IOException {
        Path output = Files.writeString(
                folder.resolve("stdout"),
                """
                Traceback (most recent call last):
                  File "/tmp/run/script/job.py", line 9, in <module>
                    glue.create_dynamic_frame.from_catalog(database="d", table_name="t")
                py4j.protocol.Py4JJavaError: An error occurred while calling o40.getCatalogSource.
                : software.amazon.awssdk.services.glue.model.EntityNotFoundException: Entity Not Found (Service: Glue, Status Code: 400, Request ID: 1-2) (SDK Attempt Count: 1)
                """);

        PythonError error = PythonError.in(output, folder.resolve("stderr")).orElseThrow();

        assertThat(ErrorMessage.of(error, "job.py", ServiceWords.FIRST).shown())
                .isEqualTo("Error Category: RESOURCE_NOT_FOUND_ERROR; Failed Line Number: 9; An error occurred while"
                        + " calling o40.getCatalogSource. Entity Not Found (Service: AWSGlue; Status Code: 400;"
                        + " Error Code: EntityNotFoundException; Request ID: 1-2; Proxy: null)");
    }

    @Test
    void anExitIsACategoryOfItsOwn() {
        RunOutcome.Failed failure =
                new RunOutcome.Failed(RunOutcome.Kind.EXITED, 3, "it exited with 3 and said nothing");

        assertThat(ErrorMessage.of(failure).shown()).isEqualTo("Error Category: SYSTEM_EXIT_ERROR; SystemExit: 3");
    }

    private static Stream<Case> cases() throws IOException, URISyntaxException {
        Path file = Path.of(ErrorMessageTest.class.getResource("errors.txt").toURI());
        return Arrays.stream(Files.readString(file).split("\n## ", -1)).skip(1).map(Case::of);
    }
}
