package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a {@code spark-submit} taken apart, by the rules of Spark's {@code SparkSubmitOptionParser}.
 *
 * @param options in their order, each by its long name
 * @param application the application and its arguments; empty for {@code --version} and the like
 */
public record SubmitOptions(List<Option> options, List<String> application) {
    private static final Pattern WITH_EQUALS = Pattern.compile("(--[^=]+)=(.+)", Pattern.DOTALL);
    private static final String CONF = "--conf";
    private static final Map<String, String> LONG_NAMES = Map.of("-c", CONF, "-h", "--help", "-v", "--verbose");
    private static final Set<String> SWITCHES =
            Set.of("--help", "--supervise", "--usage-error", "--verbose", "--version");
    private static final Set<String> WITH_VALUE = Set.of(
            "--archives",
            "--class",
            CONF,
            "--deploy-mode",
            "--driver-class-path",
            "--driver-cores",
            "--driver-java-options",
            "--driver-library-path",
            "--driver-memory",
            "--exclude-packages",
            "--executor-cores",
            "--executor-memory",
            "--files",
            "--jars",
            "--keytab",
            "--kill",
            "--master",
            "--name",
            "--num-executors",
            "--packages",
            "--principal",
            "--properties-file",
            "--proxy-user",
            "--py-files",
            "--queue",
            "--remote",
            "--repositories",
            "--status",
            "--total-executor-cores");

    /**
     * An option of spark-submit.
     *
     * @param value empty for a switch
     */
    public record Option(String name, Optional<String> value) {
        Stream<String> words() {
            return Stream.concat(Stream.of(name), value.stream());
        }
    }

    /**
     * Reads options, and the application behind them.
     *
     * @throws EngineFailure for words that spark-submit would not understand
     */
    public static SubmitOptions of(List<String> words) {
        return read(words, false);
    }

    /**
     * Reads options that stand anywhere among other words, which are left in {@link #application}.
     *
     * @throws EngineFailure for an option without its value
     */
    public static SubmitOptions among(List<String> words) {
        return read(words, true);
    }

    private static SubmitOptions read(List<String> words, boolean mixed) {
        List<Option> options = new ArrayList<>();
        List<String> others = new ArrayList<>();
        int at = 0;
        while (at < words.size() && (mixed || words.get(at).startsWith("-"))) {
            String word = words.get(at++);
            Matcher joined = WITH_EQUALS.matcher(word);
            boolean isJoined = joined.matches();
            String given = isJoined ? joined.group(1) : word;
            String name = LONG_NAMES.getOrDefault(given, given);
            if (SWITCHES.contains(name)) {
                options.add(new Option(name, Optional.empty()));
            } else if (WITH_VALUE.contains(name)) {
                if (!isJoined && at == words.size()) {
                    throw new EngineFailure("The option " + name + " of spark-submit has no value.");
                }
                options.add(new Option(name, Optional.of(isJoined ? joined.group(2) : words.get(at++))));
            } else if (mixed) {
                others.add(word);
            } else {
                throw new EngineFailure("spark-submit has no option " + name + ".");
            }
        }
        others.addAll(words.subList(at, words.size()));
        return new SubmitOptions(List.copyOf(options), List.copyOf(others));
    }

    /**
     * Returns the properties of {@code --conf}; of two for one key the later holds.
     *
     * @throws EngineFailure for one that is no {@code key=value}
     */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        options.stream()
                .filter(option -> option.name().equals(CONF))
                .flatMap(option -> option.value().stream())
                .forEach(pair -> addProperty(properties, pair));
        return properties;
    }

    /** Returns the last value of an option. */
    public Optional<String> value(String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .reduce((first, second) -> second)
                .flatMap(Option::value);
    }

    /** Tells whether a word is among the options. */
    boolean has(String name) {
        return options.stream().anyMatch(option -> option.name().equals(name));
    }

    /**
     * Returns what {@code --properties-file} says; nothing when there is none, or none that can be read: Spark will say so.
     *
     * @param folder the one that a relative path starts from
     */
    Map<String, String> fileProperties(Path folder) {
        Map<String, String> read = new HashMap<>();
        value("--properties-file").ifPresent(file -> {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                return;
            }
            properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
        });
        return read;
    }

    private static void addProperty(Map<String, String> properties, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new EngineFailure("--conf " + pair + " is no key=value.");
        }
        properties.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
}
