package io.laguna.engines.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The programs {@code spark-submit}, {@code spark-sql} and {@code spark-example}, on this machine or its cluster. */
public final class Submit {
    private static final String INTERNAL = "spark-internal";

    private Submit() {}

    /**
     * Runs a driver.
     *
     * @param arguments the kind of the command ({@code submit}, {@code sql}, {@code example}), and its words
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments).subList(1, arguments.length);
        try {
            run(arguments[0], words);
        } catch (IllegalArgumentException e) {
            System.err.println("Error: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String kind, List<String> words) throws IOException, InterruptedException {
        SubmitWords read = new SubmitWords(words, kind.equals("sql"), NodeFiles.read());
        if (!read.files().jars().isEmpty()) {
            read.addJars(DriverJvm.setting(read, "--jars", "spark.jars"));
        }
        boolean yarn = DriverJvm.isOnYarn();
        List<String> all = new ArrayList<>(read.options(yarn));
        switch (kind) {
            case "sql" -> {
                all.addAll(List.of("--class", SparkSql.class.getName(), INTERNAL));
                all.addAll(read.rest());
            }
            case "example" -> {
                all.addAll(List.of("--class", Examples.mainClass(read.rest()), INTERNAL));
                all.addAll(read.rest().subList(1, read.rest().size()));
            }
            default -> all.addAll(application(read));
        }
        DriverJvm wanted = DriverJvm.wantedBy(read, yarn);
        if (wanted.isThisOne()) {
            Driver.main(all.toArray(String[]::new));
        } else {
            System.exit(wanted.run(all));
        }
    }

    private static List<String> application(SubmitWords read) {
        List<String> words = new ArrayList<>(read.rest());
        if (words.isEmpty() && !read.asksForInformation()) {
            throw new IllegalArgumentException("Must specify a primary resource (JAR or Python or R file)");
        }
        Optional<String> refusal = Optional.ofNullable(System.getenv("LAGUNA_PYTHON_REFUSAL"));
        if (refusal.isPresent() && !words.isEmpty() && words.get(0).endsWith(".py")) {
            throw new IllegalArgumentException(refusal.get());
        }
        if (!words.isEmpty()) {
            words.set(
                    0,
                    NodeFiles.isExamples(words.get(0)) ? INTERNAL : read.files().here(words.get(0)));
        }
        return words;
    }
}
