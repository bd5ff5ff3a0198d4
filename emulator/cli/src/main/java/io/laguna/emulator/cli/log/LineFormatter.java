package io.laguna.emulator.cli.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * A line of a log: time, level, thread, class and message, and below it the whole stack of a failure with its causes.
 * Only the first line of an entry begins at the margin, so that no message can pass for another entry.
 */
final class LineFormatter extends Formatter {
    /** Formats an entry. This runs on the thread that logs. */
    @Override
    public String format(LogRecord entry) {
        String name = Optional.ofNullable(entry.getLoggerName()).orElse("-");
        String head = entry.getInstant() + " " + level(entry.getLevel()) + " ["
                + Thread.currentThread().getName() + "] " + name.substring(name.lastIndexOf('.') + 1) + ": "
                + formatMessage(entry);
        String stack =
                Optional.ofNullable(entry.getThrown()).map(LineFormatter::stack).orElse("");
        return (head + stack).stripTrailing().replaceAll("\\R", "\n    ") + "\n";
    }

    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        return level.intValue() >= Level.WARNING.intValue() ? "WARN" : level.getName();
    }

    private static String stack(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return "\n" + text;
    }
}
