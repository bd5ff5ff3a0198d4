package io.laguna.engines;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a stage of a Spark job is, as Spark's {@code ConsoleProgressBar} writes it:
 * {@code [Stage 3:=====> (5 + 2) / 10]}.
 *
 * @param stage Spark's number of the stage
 * @param done tasks that ended
 * @param tasks tasks in all
 */
public record StageProgress(int stage, int done, int tasks) {
    private static final Pattern BAR = Pattern.compile("\\[Stage (\\d+):[=> ]*\\((\\d+) \\+ \\d+\\) / (\\d+)\\]");

    static Optional<StageProgress> lastIn(String text) {
        Optional<StageProgress> last = Optional.empty();
        for (Matcher bar = BAR.matcher(text); bar.find(); ) {
            last = Optional.of(new StageProgress(
                    Integer.parseInt(bar.group(1)), Integer.parseInt(bar.group(2)), Integer.parseInt(bar.group(3))));
        }
        return last;
    }
}
