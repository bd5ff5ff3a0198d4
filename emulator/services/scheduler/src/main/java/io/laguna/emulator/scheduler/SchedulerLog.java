package io.laguna.emulator.scheduler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.log.RotatedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log {@code .laguna/logs/scheduler.log}: a line of JSON for each attempt, and for each occurrence that is never
 * tried. When the file has grown large it becomes {@code scheduler.log.1}, in place of an earlier one.
 */
final class SchedulerLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SchedulerLog.class);

    private static final long LARGE_CHARACTERS = 64L << 20;

    private final RotatedFile file;
    private final Clock clock;

    private SchedulerLog(RotatedFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    static SchedulerLog open(Path file, Clock clock) {
        return new SchedulerLog(new RotatedFile(file.toAbsolutePath(), LARGE_CHARACTERS), clock);
    }

    /**
     * Writes a line.
     *
     * @param outcome {@code SUCCEEDED}, {@code RETRY}, {@code FAILED} or {@code MISSED}
     * @param detail the target's answer, or the reason
     */
    void write(ScheduleRecord schedule, Occurrence occurrence, int attempt, String outcome, String detail) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("time", clock.instant().toString())
                .put("schedule", schedule.definition().arn())
                .put("scheduled", occurrence.scheduledAt().toString())
                .put("execution", occurrence.id().toString())
                .put("attempt", attempt)
                .put("target", schedule.definition().target().arn())
                .put("outcome", outcome)
                .put("detail", detail);
        try {
            file.append(line + "\n");
        } catch (IOException e) {
            LOG.warn("The scheduler's log lacks a line: {}", line, e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
