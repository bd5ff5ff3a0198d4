package io.laguna.emulator.lambda.environment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LogFormat;
import software.amazon.awssdk.services.lambda.model.SystemLogLevel;

/**
 * The lines that Lambda itself writes into a function's log, as text or as JSON.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html">Logs of functions</a>
 */
final class PlatformLines {
    private static final long MIB = 1 << 20;
    private static final double MILLION = 1_000_000.0;

    private final FunctionLog log;
    private final FunctionConfiguration function;
    private final boolean json;
    private final boolean quiet;

    /**
     * The time and memory that an invocation has taken.
     *
     * @param init how long the start took; empty for a warm environment
     * @param status {@code success}, {@code error}, {@code timeout}
     * @param errorType with another status than success
     */
    record Report(Duration duration, long memory, Optional<Duration> init, String status, Optional<String> errorType) {}

    PlatformLines(FunctionLog log, FunctionConfiguration function) {
        this.log = log;
        this.function = function;
        this.json = function.loggingConfig().logFormat() == LogFormat.JSON;
        this.quiet = json && function.loggingConfig().systemLogLevel() == SystemLogLevel.WARN;
    }

    void initStart(String runtime) {
        if (json) {
            event(
                    "platform.initStart",
                    record().put("initializationType", "on-demand")
                            .put("phase", "init")
                            .put("runtimeVersion", runtime)
                            .put("functionName", function.functionName())
                            .put("functionVersion", function.version()));
        } else {
            log.write("INIT_START Runtime Version: " + runtime);
        }
    }

    void initReport(Duration duration, String status, String errorType) {
        if (json) {
            ObjectNode record = record().put("initializationType", "on-demand")
                    .put("phase", "init")
                    .put("status", status)
                    .put("errorType", errorType);
            record.putObject("metrics").put("durationMs", millis(duration));
            event("platform.initReport", record);
        } else {
            log.write("INIT_REPORT Init Duration: " + text(duration) + " ms\tPhase: init\tStatus: " + status
                    + "\tError Type: " + errorType);
        }
    }

    /** Writes a line of Laguna's own: what differs here. */
    void note(String text) {
        if (json) {
            event("platform.laguna", record().put("message", text));
        } else {
            log.write("LAGUNA " + text);
        }
    }

    void start(String requestId) {
        if (json) {
            event("platform.start", record().put("requestId", requestId).put("version", function.version()));
        } else {
            log.write("START RequestId: " + requestId + " Version: " + function.version());
        }
    }

    void end(String requestId, Report report) {
        long memory = Math.min(function.memorySize(), (report.memory() + MIB - 1) / MIB);
        // The start is billed too.
        long billed =
                (long) Math.ceil(millis(report.duration().plus(report.init().orElse(Duration.ZERO))));
        if (json) {
            ObjectNode record = record().put("requestId", requestId);
            ObjectNode metrics = record.putObject("metrics")
                    .put("durationMs", millis(report.duration()))
                    .put("billedDurationMs", billed)
                    .put("memorySizeMB", function.memorySize())
                    .put("maxMemoryUsedMB", memory);
            report.init().ifPresent(init -> metrics.put("initDurationMs", millis(init)));
            record.put("status", report.status());
            report.errorType().ifPresent(type -> record.put("errorType", type));
            event("platform.report", record);
            return;
        }
        log.write("END RequestId: " + requestId);
        StringBuilder line = new StringBuilder("REPORT RequestId: " + requestId)
                .append("\tDuration: ")
                .append(text(report.duration()))
                .append(" ms\tBilled Duration: ")
                .append(billed)
                .append(" ms\tMemory Size: ")
                .append(function.memorySize())
                .append(" MB\tMax Memory Used: ")
                .append(memory)
                .append(" MB\t");
        report.init()
                .ifPresent(init ->
                        line.append("Init Duration: ").append(text(init)).append(" ms\t"));
        if (!report.status().equals("success")) {
            line.append("Status: ").append(report.status());
            report.errorType()
                    .filter(type -> report.status().equals("error"))
                    .ifPresent(type -> line.append("\tError Type: ").append(type));
        }
        log.write(line.toString());
    }

    /** Writes a line about an invocation that has ended by itself: a time-out, an exit. */
    void failure(String requestId, String text) {
        if (!json) {
            log.write(text);
        } else {
            event("platform.fault", record().put("requestId", requestId).put("message", text));
        }
    }

    private void event(String type, ObjectNode record) {
        if (!quiet) {
            ObjectNode line = JsonNodeFactory.instance
                    .objectNode()
                    .put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                    .put("type", type);
            line.set("record", record);
            log.write(line.toString());
        }
    }

    private static ObjectNode record() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / MILLION * 1000) / 1000.0;
    }

    private static String text(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toNanos() / MILLION);
    }
}
