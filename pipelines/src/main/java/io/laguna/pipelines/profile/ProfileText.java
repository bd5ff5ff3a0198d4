package io.laguna.pipelines.profile;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys and values of a profile, each error with the file and the key. */
final class ProfileText {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z.]+)}");

    /** The text in values that only the user knows. */
    private static final String PLACEHOLDER = "my-company";

    private final Path file;
    private final SortedMap<String, String> values;

    private ProfileText(Path file, SortedMap<String, String> values) {
        this.file = file;
        this.values = values;
    }

    static ProfileText read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new ProfileException("There is no profile " + file + ".");
        } catch (IOException | IllegalArgumentException e) {
            throw new ProfileException("The profile " + file + " cannot be read: " + e.getMessage());
        }
        SortedMap<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return new ProfileText(file, values);
    }

    /** Returns the names of the variables in the values. */
    Set<String> variables() {
        SortedSet<String> names = new TreeSet<>();
        values.values().forEach(value -> VARIABLE.matcher(value).results().forEach(found -> names.add(found.group(1))));
        return names;
    }

    /** Returns this text with the values of variables in their places. */
    ProfileText with(Map<String, String> variables) {
        SortedMap<String, String> replaced = new TreeMap<>();
        values.forEach((key, value) -> replaced.put(
                key,
                VARIABLE.matcher(value)
                        .replaceAll(found -> Matcher.quoteReplacement(variable(key, found, variables)))));
        return new ProfileText(file, replaced);
    }

    private String variable(String key, MatchResult found, Map<String, String> variables) {
        return Optional.ofNullable(variables.get(found.group(1)))
                .orElseThrow(() -> wrong(
                        key,
                        "knows no variable " + found.group() + "; there are " + new TreeSet<>(variables.keySet())));
    }

    Path file() {
        return file;
    }

    /**
     * Refuses unknown keys.
     *
     * @throws ProfileException for a key that is neither one of these nor begins with the prefix
     */
    void requireKnown(Set<String> keys, String prefix) {
        for (String key : values.keySet()) {
            if (!keys.contains(key) && !key.startsWith(prefix)) {
                throw wrong(key, "is not a key of a profile; these are: " + new TreeSet<>(keys) + ", " + prefix + "*");
            }
        }
    }

    /** Returns the keys whose values are still placeholders. */
    List<String> placeholders() {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().contains(PLACEHOLDER))
                .map(Map.Entry::getKey)
                .toList();
    }

    String get(String key) {
        return find(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /** Returns a value. An empty value counts as absent. */
    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    List<String> list(String key) {
        return find(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    long number(String key) {
        String value = get(key);
        try {
            long number = Long.parseLong(value);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, "is no whole number: " + value);
        }
        throw wrong(key, "has to be at least 1, and not " + value);
    }

    String choice(String key, String... words) {
        String value = get(key);
        if (!List.of(words).contains(value)) {
            throw wrong(key, "has to be one of " + String.join(", ", words) + ", and not " + value);
        }
        return value;
    }

    /** Returns the values of the keys with this prefix, by the rest of the key. */
    SortedMap<String, String> below(String prefix) {
        SortedMap<String, String> below = new TreeMap<>();
        values.tailMap(prefix).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                below.put(key.substring(prefix.length()), value.strip());
            }
        });
        return below;
    }

    ProfileException wrong(String key, String what) {
        return new ProfileException(file + ": " + key + " " + what + ".");
    }
}
