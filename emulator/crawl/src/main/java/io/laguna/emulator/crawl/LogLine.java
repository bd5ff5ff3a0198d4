package io.laguna.emulator.crawl;

/** A line of a crawl's log. */
public record LogLine(Level level, String text) {
    /** Returns a line of level INFO. */
    public static LogLine info(String text) {
        return new LogLine(Level.INFO, text);
    }

    /** Returns a line of level WARN. */
    public static LogLine warn(String text) {
        return new LogLine(Level.WARN, text);
    }

    /** AWS's levels. */
    public enum Level {
        BENCHMARK,
        ERROR,
        WARN,
        INFO
    }
}
