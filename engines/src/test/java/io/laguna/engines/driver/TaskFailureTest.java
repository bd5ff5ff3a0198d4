package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskFailureTest {
    private static final List<String> TRACEBACK = List.of(
            "Traceback (most recent call last):",
            "  File \"/mnt/step/mapper.py\", line 5, in <module>",
            "ZeroDivisionError: division by zero");

    private static final List<String> SUBPROCESS = List.of(
            "java.lang.RuntimeException: PipeMapRed.waitOutputThreads(): subprocess failed with code 1",
            "\tat org.apache.hadoop.streaming.PipeMapRed.waitOutputThreads(PipeMapRed.java:326) ~[hadoop-streaming.jar:?]",
            "\tat java.lang.Thread.run(Thread.java:840) ~[?:?]");

    private static final String LOCAL =
            "\tat org.apache.hadoop.mapred.LocalJobRunner$Job.run(LocalJobRunner.java:552) [hadoop-client-api.jar:?]";

    private static final List<String> END = List.of(
            "2026-11-29 19:30:46.247 INFO  Job Job job_local239119239_0001 failed with state FAILED due to: NA",
            "2026-11-29 19:30:46.252 INFO  Job Counters: 0",
            "Streaming Command Failed!");

    @Test
    void aMapperThatFailsIsNamedByItsOwnStandardError() {
        List<String> lines = Stream.of(
                        List.of("2026-11-29 19:30:41.000 INFO  Job  map 0% reduce 0%"),
                        TRACEBACK,
                        TRACEBACK,
                        List.of("2026-11-29 19:30:45.000 WARN  LocalJobRunner job_local239119239_0001"),
                        List.of("java.lang.Exception: " + SUBPROCESS.get(0), LOCAL, "Caused by: " + SUBPROCESS.get(0)),
                        SUBPROCESS.subList(1, SUBPROCESS.size()),
                        END)
                .flatMap(List::stream)
                .toList();

        assertThat(reason(lines))
                .isEqualTo(String.join("\n", TRACEBACK) + "\n(the mapper or reducer failed with code 1)");
    }

    @Test
    void aMapperThatSaysNothingIsNamedByTheExceptionOfStreaming() {
        assertThat(reason(List.of("java.lang.Exception: " + SUBPROCESS.get(0), SUBPROCESS.get(1))))
                .isEqualTo(SUBPROCESS.get(0));
    }

    @Test
    void aTaskOfJavaIsNamedByItsExceptionAndCauses() {
        List<String> lines = Stream.of(
                        List.of(
                                "2026-11-29 19:30:45.000 INFO  Job Task Id : attempt_1_0001_m_000000_0, Status : FAILED",
                                "Error: java.lang.IllegalStateException: no such word",
                                "\tat com.example.Words.map(Words.java:1)",
                                "Caused by: java.io.IOException: gone"),
                        END,
                        List.of("Exception in thread \"main\" java.io.IOException: Job failed!"))
                .flatMap(List::stream)
                .toList();

        assertThat(reason(lines))
                .isEqualTo("java.lang.IllegalStateException: no such word\nCaused by: java.io.IOException: gone");
    }

    @Test
    void anErrorOfSparkSubmitIsNone() {
        assertThat(TaskFailure.in(List.of("Error: Failed to load class com.example.Main.", "Error: no application")))
                .isEmpty();
    }

    private static String reason(List<String> lines) {
        return new FailureReason(List.of(), lines).of(1).reason();
    }
}
