package io.laguna.engines.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private static final String MASTER = "spark.master";
    private static final String YARN = "yarn";
    private static final String DEPLOY_MODE = "--deploy-mode";
    private static final String DEPLOY_MODE_PROPERTY = "spark.submit.deployMode";
    private static final String CLUSTER = "cluster";
    /** Options without a value. */
    private static final Set<String> SWITCHES =
            Set.of("--help", "--supervise", "--usage-error", "--verbose", "--version");

    private final boolean mixed;
    private final NodeFiles files;
    private final List<String> options = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();

    /**
     * Reads a command line.
     *
     * @param mixed whether Spark's options may stand among others, as behind {@code spark-sql}
     * @param files those of a node, which stand for the paths that the words have of them
     * @throws IllegalArgumentException when an option lacks its value
     */
    SubmitWords(List<String> words, boolean mixed, NodeFiles files) {
        this.mixed = mixed;
        this.files = files;
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
            properties.put(value.substring(0, equals), files.here(value.substring(equals + 1)));
        } else {
            values.put(option, files.here(value));
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
     * Returns the options that can be met here: without YARN a job runs in the driver's own JVM, and there is no other
     * node for the driver.
     *
     * @param yarn whether there is a cluster
     */
    List<String> options(boolean yarn) {
        String master = value("--master", MASTER).orElse(YARN);
        boolean onYarn = yarn && master.startsWith(YARN);
        List<String> words =
                new ArrayList<>(List.of("--master", master.startsWith(YARN) && !yarn ? "local[*]" : master));
        words.addAll(options);
        values.forEach((option, value) -> {
            if (!Set.of("--master", DEPLOY_MODE).contains(option)) {
                words.addAll(List.of(option, value));
            }
        });
        properties.forEach((key, value) -> {
            if (!Set.of(MASTER, DEPLOY_MODE_PROPERTY).contains(key)) {
                words.addAll(List.of(CONF, key + "=" + value));
            }
        });
        // The option wins over spark-defaults.
        words.addAll(List.of(DEPLOY_MODE, onYarn && isDetached() ? CLUSTER : "client"));
        return words;
    }

    /**
     * Gives the job the jars of the cluster beside its own.
     *
     * @param own the job's, wherever it has said so
     */
    void addJars(Optional<String> own) {
        Set<String> all = new LinkedHashSet<>();
        own.ifPresent(list -> all.addAll(List.of(files.here(list).split(","))));
        all.addAll(files.jars());
        values.put("--jars", String.join(",", all));
    }

    /** Returns the files of a node that the words may name. */
    NodeFiles files() {
        return files;
    }

    /** Tells whether the driver is to be on another node, where there is one. */
    boolean isDetached() {
        return value(DEPLOY_MODE, DEPLOY_MODE_PROPERTY).filter(CLUSTER::equals).isPresent();
    }

    /** Tells whether the job runs in the JVM of its driver. */
    boolean isLocal() {
        return value("--master", MASTER)
                .filter(master -> master.startsWith("local"))
                .isPresent();
    }

    /** Returns the properties of {@code --conf}. */
    Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    /** Returns the words that are not Spark's: the application and its arguments. */
    List<String> rest() {
        return List.copyOf(rest);
    }

    /** Returns the value of an option, or of the property that the option stands for. */
    Optional<String> value(String option, String property) {
        return Optional.ofNullable(values.get(option)).or(() -> Optional.ofNullable(properties.get(property)));
    }

    /** Tells whether the words are {@code --help} or {@code --version}, which need no application. */
    boolean asksForInformation() {
        return options.contains("--help") || options.contains("--version");
    }
}
