package io.laguna.emulator.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunListTest {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    private final List<RunLine> jobs = new ArrayList<>();
    private final List<RunLine> queries = new ArrayList<>();
    private final RunList runs = new RunList(List.of(() -> jobs, () -> queries));

    @Test
    void theLatestRunsOfAllSourcesAreInTheOrderOfTheirStarts() {
        jobs.add(run("a", 1, "SUCCEEDED"));
        queries.add(run("b", 2, "FAILED"));
        jobs.add(run("c", 3, "RUNNING"));

        assertThat(runs.latest(2)).extracting(RunLine::id).containsExactly("b", "c");
    }

    @Test
    void aRunIsToldAgainWhenItsStateIsAnotherOne() {
        jobs.add(run("a", 1, "RUNNING"));
        assertThat(runs.latest(10)).hasSize(1);
        assertThat(runs.changed()).isEmpty();

        jobs.set(0, run("a", 1, "SUCCEEDED"));
        queries.add(run("b", 2, "RUNNING"));

        assertThat(runs.changed()).extracting(RunLine::id).containsExactly("a", "b");
        assertThat(runs.changed()).isEmpty();
    }

    @Test
    void aLineIsOneLineAndNotTooLong() {
        RunLine line = new RunLine(
                "query",
                "select 1",
                "id",
                "FAILED",
                START,
                Optional.of(Duration.ofMillis(1234)),
                Optional.of(new BigDecimal("0.0005")),
                "first\n  second " + "x".repeat(200));

        assertThat(line.cells()).hasSameSizeAs(RunLine.COLUMNS);
        assertThat(line.cells()).contains("1.2 s", "$0.0005");
        assertThat(line.cells().get(7))
                .startsWith("first second xxx")
                .hasSize(121)
                .endsWith("…");
    }

    private static RunLine run(String id, int second, String state) {
        return new RunLine(
                "glue job", id, id, state, START.plusSeconds(second), Optional.empty(), Optional.empty(), "");
    }
}
