package io.laguna.engines.driver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words of a {@code spark-submit} as this machine can run them: with its own files in the places of a node's, and
 * with the jars of the cluster's table formats beside the job's own.
 */
record NodeWords(NodeFiles files) {
    private static final String JARS = "--jars";
    private static final String JARS_PROPERTY = "spark.jars";

    /**
     * Rewrites a submission.
     *
     * @param scratch the folder of relative paths when the submission has none
     * @throws io.laguna.engines.process.EngineFailure for words that spark-submit would not understand, or for a jar of
     *     a node that is not here
     */
    SparkSubmission in(SparkSubmission submission, Path scratch) {
        SubmitOptions options = SubmitOptions.of(submission.arguments());
        JobEnvironment environment = submission.environment();
        List<String> words = new ArrayList<>();
        options.options().stream()
                .filter(option -> environment.jars().isEmpty() || !option.name().equals(JARS))
                .flatMap(SubmitOptions.Option::words)
                .map(files::here)
                .forEach(words::add);
        if (!environment.jars().isEmpty()) {
            words.addAll(List.of(
                    JARS, jars(options, environment, submission.workingFolder().orElse(scratch))));
        }
        List<String> application = new ArrayList<>(options.application());
        if (!application.isEmpty()) {
            String first = application.get(0);
            application.set(0, NodeFiles.isExamples(first) ? SparkWords.INTERNAL : files.here(first));
        }
        words.addAll(application);
        Map<String, String> spark = new HashMap<>(environment.spark());
        spark.replaceAll((key, value) -> files.here(value));
        return new SparkSubmission(submission.name(), words, environment.withSpark(spark), submission.workingFolder());
    }

    private String jars(SubmitOptions options, JobEnvironment environment, Path folder) {
        Optional<String> own = options.value(JARS)
                .or(() -> Optional.ofNullable(options.properties().get(JARS_PROPERTY)))
                .or(() -> Optional.ofNullable(options.fileProperties(folder).get(JARS_PROPERTY)))
                .or(() -> Optional.ofNullable(environment.spark().get(JARS_PROPERTY)));
        Set<String> all = new LinkedHashSet<>();
        Stream.concat(own.stream().flatMap(list -> Stream.of(list.split(","))), environment.jars().stream())
                .map(String::strip)
                .filter(jar -> !jar.isEmpty())
                .map(files::here)
                .forEach(all::add);
        return String.join(",", all);
    }
}
