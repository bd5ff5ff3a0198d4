package io.laguna.engines.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jars that every node of EMR has at places of its own, as Laguna has written them into the folder of the commands'
 * configuration.
 *
 * @param files the files of this machine, each with the expression of its path on a node
 * @param jars on the class path of every Spark job of the cluster
 */
record NodeFiles(Map<Pattern, String> files, List<String> jars) {
    private static final Pattern EXAMPLES =
            Pattern.compile("(?:local:|file:(?://)?)?/usr/lib/spark/examples/jars/spark-examples.*\\.jar");

    /** Returns the files that {@code LAGUNA_TOOLS} tells of, none where it tells nothing. */
    static NodeFiles read() throws IOException {
        Optional<Path> tools =
                Optional.ofNullable(System.getenv("LAGUNA_TOOLS")).map(Path::of);
        Map<Pattern, String> files = new LinkedHashMap<>();
        for (String line : lines(tools, "node-files")) {
            int tab = line.indexOf('\t');
            files.put(Pattern.compile(line.substring(0, tab)), line.substring(tab + 1));
        }
        return new NodeFiles(files, lines(tools, "node-jars"));
    }

    /** Returns a value of an option or a property with the files of this machine in the places of a node's. */
    String here(String value) {
        String found = value;
        for (Map.Entry<Pattern, String> file : files.entrySet()) {
            found = file.getKey().matcher(found).replaceAll(Matcher.quoteReplacement(file.getValue()));
        }
        return found;
    }

    /** Tells whether a word is the jar of Spark's examples, whose classes every driver here has. */
    static boolean isExamples(String word) {
        return EXAMPLES.matcher(word).matches();
    }

    private static List<String> lines(Optional<Path> tools, String name) throws IOException {
        Optional<Path> file = tools.map(folder -> folder.resolve(name)).filter(Files::exists);
        return file.isPresent() ? Files.readAllLines(file.get()) : List.of();
    }
}
