package io.laguna.engines.spark;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.util.Utils;
import scala.collection.JavaConverters;

/**
 * The JVM that a job wants for its driver. Some settings only count when a JVM starts: a job that wants one of these
 * gets another JVM.
 *
 * @param options the JVM's, beyond those of every driver here
 * @param classPath before Spark's own
 */
record DriverJvm(List<String> options, Optional<String> classPath) {

    DriverJvm {
        options = List.copyOf(options);
    }

    /**
     * Returns the JVM that the command line asks for, or else the properties file or {@code spark-defaults.conf}.
     *
     * @param yarn whether there is a cluster: a driver there has its JVM there
     */
    static DriverJvm wantedBy(SubmitWords words, boolean yarn) throws IOException {
        if (yarn && words.isDetached()) {
            return new DriverJvm(List.of(), Optional.empty());
        }
        Properties defaults = defaults(words);
        List<String> options = new ArrayList<>();
        setting(words, defaults, "--driver-memory", "spark.driver.memory")
                .map(memory -> "-Xmx" + JavaUtils.byteStringAsMb(memory) + "m")
                .filter(heap -> !hasThisHeap(heap))
                .ifPresent(options::add);
        setting(words, defaults, "--driver-java-options", "spark.driver.extraJavaOptions")
                .map(value -> JavaConverters.seqAsJavaList(Utils.splitCommandString(value)))
                .ifPresent(options::addAll);
        setting(words, defaults, "--driver-library-path", "spark.driver.extraLibraryPath")
                .map(path -> "-Djava.library.path=" + path)
                .ifPresent(options::add);
        return new DriverJvm(options, setting(words, defaults, "--driver-class-path", "spark.driver.extraClassPath"));
    }

    boolean isThisOne() {
        return options.isEmpty() && classPath.isEmpty();
    }

    /** Runs {@code SparkSubmit} in such a JVM, and returns its exit code. */
    int run(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        String own = System.getProperty("java.class.path");
        command.add("-cp");
        command.add(classPath.map(before -> before + File.pathSeparator + own).orElse(own));
        command.add(Driver.class.getName());
        command.addAll(words);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /**
     * Tells whether this machine is a node of a cluster, where {@code spark-defaults.conf} says that jobs run on YARN.
     */
    static boolean isOnYarn() throws IOException {
        return read(defaultsFile()).getProperty("spark.master", "").startsWith("yarn");
    }

    private static boolean hasThisHeap(String option) {
        long wanted = JavaUtils.byteStringAsBytes(option.substring("-Xmx".length()));
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-Xmx"))
                .reduce((earlier, later) -> later)
                .filter(argument -> JavaUtils.byteStringAsBytes(argument.substring("-Xmx".length())) == wanted)
                .isPresent();
    }

    /** Returns what the command line, or else the properties file or {@code spark-defaults.conf}, says of a setting. */
    static Optional<String> setting(SubmitWords words, String option, String property) throws IOException {
        return setting(words, defaults(words), option, property);
    }

    private static Optional<String> setting(SubmitWords words, Properties defaults, String option, String property) {
        return words.value(option, property)
                .or(() -> Optional.ofNullable(defaults.getProperty(property)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Properties defaults(SubmitWords words) throws IOException {
        return read(words.value("--properties-file", "").map(Path::of).orElse(defaultsFile()));
    }

    private static Path defaultsFile() {
        return Path.of(System.getenv().getOrDefault("SPARK_CONF_DIR", "."), "spark-defaults.conf");
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader from = Files.newBufferedReader(file)) {
                properties.load(from);
            }
        }
        return properties;
    }
}
