package io.laguna.engines.driver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The progress of a stage of a Spark job, as Spark's {@code ConsoleProgressBar} writes it:
 * {@code [Stage 3:=====> (5 + 2) / 10]}.
 *
 * @param stage Spark's number of the stage
 * @param done tasks that ended
 * @param tasks tasks in all
 */
public record StageProgress(int stage, int done, int tasks) {
    private static final Pattern BAR = Pattern.compile("\\[Stage (\\d+):[=> ]*\\((\\d+) \\+ \\d+\\) / (\\d+)\\]");

    /** The bytes that are read: more than a terminal's line holds, and more than most jobs write between two bars. */
    private static final int TAIL = 4096;

    /** Returns the last progress bar at the end of a log. */
    static Optional<StageProgress> lastIn(Path log) {
        try (FileChannel content = FileChannel.open(log)) {
            ByteBuffer tail = ByteBuffer.allocate(TAIL);
            content.read(tail, Math.max(0, content.size() - TAIL));
            return lastIn(new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<StageProgress> lastIn(String text) {
        Optional<StageProgress> last = Optional.empty();
        for (Matcher bar = BAR.matcher(text); bar.find(); ) {
            last = Optional.of(new StageProgress(
                    Integer.parseInt(bar.group(1)), Integer.parseInt(bar.group(2)), Integer.parseInt(bar.group(3))));
        }
        return last;
    }
}
