package io.laguna.engines;

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
 * @param options in their order, without {@code --conf}
 * @param properties those of {@code --conf}; of two for one key the later holds
 * @param application the application and its arguments; empty for {@code --version} and the like
 */
record SubmitOptions(List<Option> options, Map<String, String> properties, List<String> application) {
    private static final Pattern WITH_EQUALS = Pattern.compile("(--[^=]+)=(.+)", Pattern.DOTALL);
    private static final Set<String> CONF = Set.of("--conf", "-c");
    private static final Set<String> SWITCHES =
            Set.of("--help", "-h", "--supervise", "--usage-error", "--verbose", "-v", "--version");
    private static final Set<String> WITH_VALUE = Set.of(
            "--archives",
            "--class",
            "--conf",
            "-c",
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

    /** @param value empty for a switch */
    record Option(String name, Optional<String> value) {
        Stream<String> words() {
            return Stream.concat(Stream.of(name), value.stream());
        }
    }

    /** @throws EngineFailure for words that spark-submit would not understand */
    static SubmitOptions of(List<String> words) {
        List<Option> options = new ArrayList<>();
        Map<String, String> properties = new LinkedHashMap<>();
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            String word = words.get(at);
            Matcher joined = WITH_EQUALS.matcher(word);
            boolean isJoined = joined.matches();
            String name = isJoined ? joined.group(1) : word;
            if (SWITCHES.contains(name)) {
                options.add(new Option(name, Optional.empty()));
            } else if (!WITH_VALUE.contains(name)) {
                throw new EngineFailure("spark-submit has no option " + name + ".");
            } else if (!isJoined && at + 1 == words.size()) {
                throw new EngineFailure("The option " + name + " of spark-submit has no value.");
            } else {
                String value = isJoined ? joined.group(2) : words.get(++at);
                if (CONF.contains(name)) {
                    addProperty(properties, value);
                } else {
                    options.add(new Option(name, Optional.of(value)));
                }
            }
            at++;
        }
        return new SubmitOptions(options, properties, List.copyOf(words.subList(at, words.size())));
    }

    /** The last value of an option. */
    Optional<String> value(String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .reduce((first, second) -> second)
                .flatMap(Option::value);
    }

    /** Whether a word is among the options. */
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
