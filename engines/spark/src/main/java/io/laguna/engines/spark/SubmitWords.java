package io.laguna.engines.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.launcher.SparkSubmitArgumentsParser;

/**
 * The words behind {@code spark-submit}, read by Spark's own parser: its options, and what comes behind them.
 *
 * @see <a href="https://spark.apache.org/docs/3.5.5/submitting-applications.html">Submitting Applications</a>
 */
final class SubmitWords extends SparkSubmitArgumentsParser {
    private static final String CONF = "--conf";
    /** Options without a value. */
    private static final Set<String> SWITCHES =
            Set.of("--help", "--supervise", "--usage-error", "--verbose", "--version");

    private final boolean mixed;
    private final List<String> options = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();

    /**
     * Reads a command line.
     *
     * @param mixed whether Spark's options may stand among others, as behind {@code spark-sql}
     * @throws IllegalArgumentException when an option lacks its value
     */
    SubmitWords(List<String> words, boolean mixed) {
        this.mixed = mixed;
        parse(words);
    }

    @Override
    protected boolean handle(String option, String value) {
        if (SWITCHES.contains(option)) {
            options.add(option);
        } else if (option.equals(CONF)) {
            int equals = value.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("Spark config without '=': " + value);
            }
            properties.put(value.substring(0, equals), value.substring(equals + 1));
        } else {
            values.put(option, value);
        }
        return true;
    }

    @Override
    protected boolean handleUnknown(String word) {
        rest.add(word);
        return mixed;
    }

    @Override
    protected void handleExtraArgs(List<String> words) {
        rest.addAll(words);
    }

    /**
     * The options as this machine can honour them: there is no YARN, so its jobs run in the driver's own JVM, and there
     * is no other node for the driver.
     */
    List<String> localOptions() {
        String master = Optional.ofNullable(values.get("--master"))
                .or(() -> Optional.ofNullable(properties.get("spark.master")))
                .filter(name -> !name.startsWith("yarn"))
                .orElse("local[*]");
        List<String> words = new ArrayList<>(List.of("--master", master));
        words.addAll(options);
        values.forEach((option, value) -> {
            if (!Set.of("--master", "--deploy-mode").contains(option)) {
                words.addAll(List.of(option, value));
            }
        });
        properties.forEach((key, value) -> {
            if (!Set.of("spark.master", "spark.submit.deployMode").contains(key)) {
                words.addAll(List.of(CONF, key + "=" + value));
            }
        });
        // Over what spark-defaults says.
        words.addAll(List.of("--deploy-mode", "client"));
        return words;
    }

    /** What is not Spark's: the application and its arguments. */
    List<String> rest() {
        return List.copyOf(rest);
    }

    /** The value of an option, or of the property it stands for. */
    Optional<String> value(String option, String property) {
        return Optional.ofNullable(values.get(option)).or(() -> Optional.ofNullable(properties.get(property)));
    }

    /** {@code --help}, {@code --version} and their like, which need no application. */
    boolean asksForInformation() {
        return options.contains("--help") || options.contains("--version");
    }
}
