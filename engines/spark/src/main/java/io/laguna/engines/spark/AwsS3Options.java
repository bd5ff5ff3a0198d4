package io.laguna.engines.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of an {@code aws s3} command.
 *
 * @param switches options without a value, such as {@code --recursive}
 */
record AwsS3Options(
        String command, List<String> paths, Set<String> switches, AwsS3Filters filters, Map<String, String> values) {
    private static final Set<String> SWITCHES = Set.of(
            "--recursive",
            "--delete",
            "--dryrun",
            "--quiet",
            "--only-show-errors",
            "--no-progress",
            "--exact-timestamps",
            "--size-only",
            "--force",
            "--summarize",
            "--follow-symlinks");
    private static final Set<String> VALUES = Set.of("--endpoint-url", "--region", "--content-type");
    private static final Map<String, Integer> PATHS = Map.of("cp", 2, "mv", 2, "sync", 2, "rm", 1, "mb", 1, "rb", 1);

    AwsS3Options {
        paths = List.copyOf(paths);
        switches = Set.copyOf(switches);
        values = Map.copyOf(values);
    }

    /**
     * Reads the words of a command.
     *
     * @throws IllegalArgumentException when an option is not known here, or paths are missing
     */
    static AwsS3Options of(List<String> words) {
        List<String> paths = new ArrayList<>();
        Set<String> switches = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        List<AwsS3Filters.Filter> filters = new ArrayList<>();
        Iterator<String> rest = words.subList(1, words.size()).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (SWITCHES.contains(word)) {
                switches.add(word);
            } else if (word.equals("--exclude") || word.equals("--include")) {
                filters.add(AwsS3Filters.Filter.of(word.equals("--include"), value(word, rest)));
            } else if (VALUES.contains(word)) {
                values.put(word, value(word, rest));
            } else if (word.startsWith("--")) {
                throw new IllegalArgumentException("Unknown options: " + word
                        + " (of the built-in aws s3; install the aws command line for the others)");
            } else {
                paths.add(word);
            }
        }
        String command = words.get(0);
        if (PATHS.containsKey(command) && paths.size() != PATHS.get(command)) {
            throw new IllegalArgumentException("s3 " + command + " takes " + PATHS.get(command) + " path(s): " + paths);
        }
        return new AwsS3Options(command, paths, switches, new AwsS3Filters(filters), values);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("argument " + option + ": expected one argument");
        }
        return rest.next();
    }

    boolean has(String option) {
        return switches.contains(option);
    }

    Optional<String> endpoint() {
        return Optional.ofNullable(values.get("--endpoint-url"));
    }

    Optional<String> region() {
        return Optional.ofNullable(values.get("--region"));
    }

    Optional<String> contentType() {
        return Optional.ofNullable(values.get("--content-type"));
    }

    /** Tells whether the command prints a line for each thing that it did. */
    boolean talks() {
        return !has("--quiet") && !has("--only-show-errors");
    }
}
