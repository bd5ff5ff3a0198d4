package io.laguna.emulator.emrserverless;

import io.laguna.engines.driver.SubmitOptions;
import io.laguna.engines.process.EngineFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Spark properties that a job run is submitted with, by whichever way they are given.
 *
 * @param values those of spark-defaults, under those of the command line
 */
record SparkProperties(Map<String, String> values) {
    /** Options of {@code spark-submit} that are properties too. */
    private static final Map<String, String> OPTIONS = Map.of(
            "--driver-cores", "spark.driver.cores",
            "--driver-memory", "spark.driver.memory",
            "--executor-cores", "spark.executor.cores",
            "--executor-memory", "spark.executor.memory",
            "--num-executors", "spark.executor.instances");

    private static final String DRIVER_VARIABLE = "spark.emr-serverless.driverEnv.";
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmgt]?)b?", Pattern.CASE_INSENSITIVE);

    SparkProperties {
        values = Map.copyOf(values);
    }

    /**
     * Reads a command line over the defaults.
     *
     * @param words of {@code sparkSubmitParameters}
     * @throws software.amazon.awssdk.services.emrserverless.model.ValidationException when an option lacks its value
     */
    static SparkProperties of(Map<String, String> defaults, List<String> words) {
        Map<String, String> values = new HashMap<>(defaults);
        try {
            SubmitOptions options = SubmitOptions.among(words);
            OPTIONS.forEach((option, key) -> options.value(option).ifPresent(value -> values.put(key, value)));
            values.putAll(options.properties());
        } catch (EngineFailure e) {
            throw Failures.invalid("sparkSubmitParameters: " + e.getMessage());
        }
        return new SparkProperties(values);
    }

    /** {@code spark.emr-serverless.driverEnv.NAME}: the environment of the driver. */
    Map<String, String> driverVariables() {
        Map<String, String> variables = new HashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(DRIVER_VARIABLE) && key.length() > DRIVER_VARIABLE.length()) {
                variables.put(key.substring(DRIVER_VARIABLE.length()), value);
            }
        });
        return variables;
    }

    boolean flag(String key, boolean otherwise) {
        return Optional.ofNullable(values.get(key)).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** @throws software.amazon.awssdk.services.emrserverless.model.ValidationException when it is no number */
    long number(String key, long otherwise) {
        return Optional.ofNullable(values.get(key))
                .map(text -> {
                    if (!text.matches("\\d{1,6}")) {
                        throw Failures.invalid("Invalid value of " + key + ": " + text);
                    }
                    return Long.parseLong(text);
                })
                .orElse(otherwise);
    }

    /**
     * A size in MB; a number without a unit is in the unit that the property has.
     *
     * @param unit {@code m} or {@code g}
     */
    Optional<Long> megabytes(String key, String unit) {
        return Optional.ofNullable(values.get(key)).map(text -> {
            Matcher parts = SIZE.matcher(text.trim());
            if (!parts.matches()) {
                throw Failures.invalid("Invalid value of " + key + ": " + text);
            }
            long number = Long.parseLong(parts.group(1));
            String given = parts.group(2).isEmpty() ? unit : parts.group(2);
            return switch (Character.toLowerCase(given.charAt(0))) {
                case 'k' -> Math.max(1, number / 1024);
                case 'g' -> number * 1024;
                case 't' -> number * 1024 * 1024;
                default -> number;
            };
        });
    }
}
