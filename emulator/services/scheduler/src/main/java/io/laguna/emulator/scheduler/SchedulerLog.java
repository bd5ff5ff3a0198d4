package io.laguna.emulator.scheduler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log {@code .laguna/logs/scheduler.log}: a line of JSON for each attempt, and for each occurrence that is never
 * tried.
 */
final class SchedulerLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SchedulerLog.class);

    private final Writer writer;
    private final Clock clock;

    private SchedulerLog(Writer writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    static SchedulerLog open(Path file, Clock clock) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new SchedulerLog(
                    Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), clock);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /**
     * Writes a line.
     *
     * @param outcome {@code SUCCEEDED}, {@code RETRY}, {@code FAILED} or {@code MISSED}
     * @param detail the target's answer, or the reason
     */
    synchronized void write(
            ScheduleRecord schedule, Occurrence occurrence, int attempt, String outcome, String detail) {
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
            writer.write(line + "\n");
            writer.flush();
        } catch (IOException e) {
            LOG.warn("The scheduler's log lacks a line: {}", line, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The scheduler's log is not whole", e);
        }
    }
}
