package io.laguna.emulator.cli.runs;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run of any kind.
 *
 * @param kind {@code glue job}, {@code crawl} …
 * @param name what runs: the job, the crawler, the step …
 * @param id by which AWS's own operations find it
 * @param took how long it has taken, or takes already
 * @param dollars what it would have cost on AWS, where that is known
 * @param reason why it is in its state; empty where AWS gives none
 */
public record RunLine(
        String kind,
        String name,
        String id,
        String state,
        Instant startedAt,
        Optional<Duration> took,
        Optional<BigDecimal> dollars,
        String reason) {
    /** The heads of the columns, and what is in them in Athena's words. */
    public static final List<String> COLUMNS =
            List.of("started", "kind", "name", "state", "took", "cost", "id", "reason");

    public static final List<String> TYPES =
            List.of("varchar", "varchar", "varchar", "varchar", "double", "double", "varchar", "varchar");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LONGEST_REASON = 120;

    /** Returns the values of the columns. */
    public List<String> cells() {
        return List.of(
                TIME.format(startedAt.atZone(ZoneId.systemDefault())),
                kind,
                name,
                state,
                took.map(time -> String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0))
                        .orElse(""),
                dollars.map(cost -> "$" + cost.toPlainString()).orElse(""),
                id,
                shortened());
    }

    /** Returns what tells one line of a run from the next one of the same run. */
    String key() {
        return kind + " " + id + " " + state;
    }

    private String shortened() {
        String line = reason.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }
}
