package io.laguna.redshift.wire.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system views of Redshift whose truth is not measured here. The list beside this class names them, with what is not
 * measured and where something of it is. The engine has no such relations: its error is told by their names.
 */
final class Unmeasured {
    private static final String LIST = "unmeasured.txt";
    private static final Pattern UNKNOWN =
            Pattern.compile("relation \"(?:pg_catalog\\.)?([a-z_0-9]+)\" does not exist");
    private static final Map<String, String> MESSAGES = messages();

    private Unmeasured() {}

    /** Returns what a client is told instead of the engine's words, when they say that there is no such view. */
    static Optional<String> instead(ErrorFields fields) {
        Matcher unknown = UNKNOWN.matcher(fields.message());
        return fields.state().equals("42P01") && unknown.matches()
                ? Optional.ofNullable(MESSAGES.get(unknown.group(1)))
                : Optional.empty();
    }

    private static Map<String, String> messages() {
        Map<String, String> messages = new HashMap<>();
        text().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] parts = line.split(" \\| ", -1);
            for (String name : parts[0].split(" ", -1)) {
                messages.put(
                        name,
                        "the system view " + name + " is not supported: Laguna does not measure " + parts[1] + "; see "
                                + parts[2]);
            }
        });
        return Map.copyOf(messages);
    }

    private static String text() {
        try (InputStream list = Unmeasured.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("No list " + LIST);
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + LIST, e);
        }
    }
}
