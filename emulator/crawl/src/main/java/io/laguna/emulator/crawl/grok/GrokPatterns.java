package io.laguna.emulator.crawl.grok;

import io.krakens.grok.api.GrokCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Patterns by their names.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/custom-classifier.html">Built-in patterns of AWS Glue</a>
 */
final class GrokPatterns {
    /** Those of AWS's list that java-grok's file, from which it was taken, does not have. */
    private static final String MORE =
            """
            BOOLEAN (?i)(true|false)
            DATESTAMP_US %{DATE_US}[- ]%{TIME}
            DATESTAMP_EU %{DATE_EU}[- ]%{TIME}
            CISCOTIMESTAMP %{MONTH} +%{MONTHDAY}(?: %{YEAR})? %{TIME}
            """;

    private static final Map<String, String> BUILT_IN = builtIn();

    private final Map<String, String> patterns = new HashMap<>(BUILT_IN);

    /**
     * Reads patterns of a user, which come beside AWS's.
     *
     * @param custom a name and a pattern on each line
     * @throws IllegalArgumentException when a line has no pattern, or two lines have one name
     */
    GrokPatterns(String custom) {
        Map<String, String> own = new HashMap<>();
        for (String line : custom.replace("\\n", "\n").split("\n", -1)) {
            if (!line.isBlank()) {
                String[] parts = line.strip().split("\\s+", 2);
                if (parts.length < 2) {
                    throw new IllegalArgumentException("A custom pattern needs a name and a pattern: " + line);
                }
                if (own.put(parts[0], parts[1]) != null) {
                    throw new IllegalArgumentException("A custom pattern is defined twice: " + parts[0]);
                }
            }
        }
        patterns.putAll(own);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(patterns.get(name));
    }

    private static Map<String, String> builtIn() {
        Map<String, String> patterns = new HashMap<>();
        try (InputStream file = GrokCompiler.class.getResourceAsStream("/patterns/patterns")) {
            read(new String(file.readAllBytes(), StandardCharsets.UTF_8), patterns);
        } catch (IOException e) {
            throw new UncheckedIOException("The patterns of java-grok", e);
        }
        read(MORE, patterns);
        return Map.copyOf(patterns);
    }

    private static void read(String file, Map<String, String> patterns) {
        file.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] parts = line.split("\\s+", 2);
            patterns.put(parts[0], parts[1]);
        });
    }
}
