package io.laguna.emulator.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A case of a handler: its files, an event, and what comes of it.
 *
 * @param logs patterns, each of which the log has
 */
record HandlerCase(String name, Map<String, String> settings, Map<String, String> files, List<String> logs) {
    static Stream<HandlerCase> read(String resource) {
        try (InputStream text = HandlerCase.class.getResourceAsStream(resource)) {
            return Stream.of(new String(text.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== "))
                    .skip(1)
                    .map(HandlerCase::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HandlerCase parse(String block) {
        List<String> lines = block.lines().toList();
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        List<String> logs = new ArrayList<>();
        String file = "";
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("--- ")) {
                file = line.substring(4).strip();
                files.put(file, "");
            } else if (!file.isEmpty() && (line.startsWith("    ") || line.isBlank())) {
                files.merge(file, (line.isBlank() ? "" : line.substring(4)) + "\n", String::concat);
            } else if (line.contains(": ")) {
                file = "";
                String key = line.substring(0, line.indexOf(": "));
                String value = line.substring(line.indexOf(": ") + 2);
                if (key.equals("log")) {
                    logs.add(value);
                } else {
                    settings.put(key, value);
                }
            }
        }
        return new HandlerCase(lines.get(0).strip(), settings, files, logs);
    }

    String runtime() {
        return settings.getOrDefault("runtime", "python3.12");
    }

    String handler() {
        return settings.getOrDefault("handler", "index.handler");
    }

    int timeout() {
        return Integer.parseInt(settings.getOrDefault("timeout", "10"));
    }

    int memory() {
        return Integer.parseInt(settings.getOrDefault("memory", "256"));
    }

    String logFormat() {
        return settings.getOrDefault("format", "Text");
    }

    String event() {
        return settings.getOrDefault("event", "{}");
    }

    /** Tells whether it imports the AWS SDK for JavaScript without bringing it. */
    boolean needsSdk() {
        return settings.getOrDefault("needs", "").equals("sdk");
    }

    Optional<String> error() {
        return Optional.ofNullable(settings.get("error"));
    }

    String answer() {
        return settings.get("answer");
    }

    @Override
    public String toString() {
        return name;
    }
}
