package io.laguna.engines.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.hadoop.fs.Path;

/**
 * The options of {@code s3-dist-cp}.
 *
 * @param targetSize in bytes
 */
record CopyOptions(
        Path src,
        Path dest,
        Optional<Pattern> srcPattern,
        Optional<Pattern> groupBy,
        Optional<Long> targetSize,
        CopyCodec codec,
        boolean deleteOnSuccess,
        Optional<Path> srcPrefixesFile,
        Optional<String> outputManifest,
        Optional<Path> previousManifest,
        boolean requirePreviousManifest,
        boolean copyFromManifest,
        Optional<Integer> firstNumber) {
    static final String USAGE =
            """
            Usage: s3-dist-cp --src=LOCATION --dest=LOCATION [options]
              --srcPattern=PATTERN      only files whose path matches the regular expression
              --groupBy=PATTERN         concatenate the files that match and agree in the groups
              --targetSize=MIB          begin another file of a group at this size
              --outputCodec=CODEC       gzip, gz, snappy, none (uncompress), keep (the default)
              --deleteOnSuccess         delete the source files when all are copied
              --srcPrefixesFile=PATH    a file with the prefixes to list instead of --src
              --outputManifest=NAME     write a list of the copied files into --dest
              --previousManifest=PATH   leave out what such a list holds
              --requirePreviousManifest=BOOLEAN   whether that list has to be there; default true
              --copyFromManifest        copy what --previousManifest holds instead
              --numberFiles             begin file names with sequential numbers
              --startingIndex=INDEX     the first of these numbers
              --s3Endpoint, --s3ServerSideEncryption, --storageClass, --disableMultipartUpload,
              --multipartUploadChunkSize: taken, and of no consequence on this machine
              --help
            """;

    private static final Set<String> SWITCHES = Set.of(
            "deleteOnSuccess",
            "copyFromManifest",
            "numberFiles",
            "disableMultipartUpload",
            "s3ServerSideEncryption",
            "requirePreviousManifest");
    private static final Set<String> VALUES = Set.of(
            "src",
            "dest",
            "srcPattern",
            "groupBy",
            "targetSize",
            "outputCodec",
            "srcPrefixesFile",
            "outputManifest",
            "previousManifest",
            "startingIndex",
            "s3Endpoint",
            "storageClass",
            "multipartUploadChunkSize");

    /**
     * Reads {@code --name=value} and {@code --name value}.
     *
     * @throws IllegalArgumentException when an option is unknown, lacks its value or does not go with another
     */
    static CopyOptions of(List<String> words) {
        Map<String, String> given = given(words);
        Optional<Pattern> groupBy = pattern(given, "groupBy");
        groupBy.filter(pattern -> pattern.matcher("").groupCount() == 0).ifPresent(pattern -> {
            throw new IllegalArgumentException("--groupBy has no group in parentheses: " + pattern);
        });
        Optional<String> previous = value(given, "previousManifest");
        if (previous.isEmpty()
                && (given.containsKey("copyFromManifest")
                        || given.getOrDefault("requirePreviousManifest", "false")
                                .equals("true"))) {
            throw new IllegalArgumentException("--previousManifest is missing");
        }
        return new CopyOptions(
                required(given, "src"),
                required(given, "dest"),
                pattern(given, "srcPattern"),
                groupBy,
                number(given, "targetSize").map(size -> size * 1024L * 1024),
                CopyCodec.of(given.getOrDefault("outputCodec", "keep")),
                given.getOrDefault("deleteOnSuccess", "false").equals("true"),
                value(given, "srcPrefixesFile").map(Path::new),
                value(given, "outputManifest"),
                previous.map(Path::new),
                given.getOrDefault("requirePreviousManifest", "true").equals("true"),
                given.getOrDefault("copyFromManifest", "false").equals("true"),
                given.getOrDefault("numberFiles", "false").equals("true")
                        ? number(given, "startingIndex").or(() -> Optional.of(0))
                        : Optional.empty());
    }

    private static Map<String, String> given(List<String> words) {
        Map<String, String> given = new HashMap<>();
        List<String> left = new ArrayList<>(words);
        while (!left.isEmpty()) {
            String word = left.remove(0);
            int equals = word.indexOf('=');
            String name = word.substring(0, equals < 0 ? word.length() : equals).replaceFirst("^--", "");
            if (!word.startsWith("--") || !(SWITCHES.contains(name) || VALUES.contains(name))) {
                throw new IllegalArgumentException("unknown option " + word);
            }
            if (equals >= 0) {
                given.put(name, word.substring(equals + 1));
            } else if (SWITCHES.contains(name)) {
                given.put(name, "true");
            } else if (left.isEmpty()) {
                throw new IllegalArgumentException("--" + name + " lacks its value");
            } else {
                given.put(name, left.remove(0));
            }
        }
        return given;
    }

    private static Optional<String> value(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name));
    }

    private static Path required(Map<String, String> given, String name) {
        return value(given, name)
                .map(Path::new)
                .orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    private static Optional<Pattern> pattern(Map<String, String> given, String name) {
        try {
            return value(given, name).map(Pattern::compile);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("--" + name + " is no regular expression: " + e.getMessage(), e);
        }
    }

    private static Optional<Integer> number(Map<String, String> given, String name) {
        return value(given, name).map(text -> {
            try {
                return Integer.parseUnsignedInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("--" + name + " is no whole number: " + text, e);
            }
        });
    }
}
