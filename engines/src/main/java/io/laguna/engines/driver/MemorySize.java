package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a driver's heap.
 *
 * @param mebibytes 2<sup>20</sup> bytes each
 */
record MemorySize(long mebibytes) {
    private static final Pattern TEXT = Pattern.compile("(\\d+)\\s*([kmgtp]?)b?", Pattern.CASE_INSENSITIVE);
    private static final int KIBI = 1024;

    /**
     * Reads a size as Spark reads {@code spark.driver.memory}: {@code 2g}, {@code 512MB}; a number alone is in MiB.
     *
     * @throws EngineFailure for anything else
     */
    static MemorySize of(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new EngineFailure("The driver memory " + text + " is no size: write 512m or 2g.");
        }
        long number = Long.parseLong(parts.group(1));
        return new MemorySize(
                switch (parts.group(2).toLowerCase(Locale.ROOT)) {
                    case "k" -> Math.max(1, number / KIBI);
                    case "g" -> number * KIBI;
                    case "t" -> number * KIBI * KIBI;
                    case "p" -> number * KIBI * KIBI * KIBI;
                    default -> number;
                });
    }

    String asJvmOption() {
        return "-Xmx" + mebibytes + "m";
    }
}
