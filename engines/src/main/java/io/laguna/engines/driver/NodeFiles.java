package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The jars that every node of EMR has at places of its own, and the files of an installation that stand for them. Jobs
 * name them by these paths; versions may stand in their names.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-iceberg-use-spark-cluster.html">Iceberg</a>
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ReleaseGuide/Deltausing-cluster.html">Delta Lake</a>
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-hudi-work-with-dataset.html">Hudi</a>
 */
record NodeFiles(Workspace workspace) {
    private static final String SCHEME = "(?:(?:local|file):(?://)?)?";
    /** A star is left where a shell finds no such file. */
    private static final String VERSION = "(?:[-_*][-\\w.*]*)?";

    private static final String STREAMING = "hadoop-streaming-";
    private static final String DISTCP = "hadoop-distcp-";
    private static final Pattern EXAMPLES =
            Pattern.compile(SCHEME + "/usr/lib/spark/examples/jars/spark-examples" + VERSION + "\\.jar");

    /**
     * A jar of a node.
     *
     * @param path without {@code .jar}
     * @param artifact the beginning of the file's name here
     */
    private record Known(String path, String artifact) {
        /** Returns the expression for the jar among others, in a list with commas or colons. */
        Pattern pattern() {
            return Pattern.compile("(?<![^,:=\\s])" + SCHEME + Pattern.quote(path) + VERSION + "\\.jar(?![^,:\\s])");
        }

        String jar() {
            return path + ".jar";
        }
    }

    private static final List<Known> KNOWN = List.of(
            new Known("/usr/share/aws/iceberg/lib/iceberg-spark3-runtime", "iceberg-spark-runtime-"),
            new Known("/usr/share/aws/delta/lib/delta-spark", "delta-spark_"),
            // The name until Delta 3.
            new Known("/usr/share/aws/delta/lib/delta-core", "delta-spark_"),
            new Known("/usr/share/aws/delta/lib/delta-storage", "delta-storage-"),
            new Known("/usr/lib/hudi/hudi-spark-bundle", "hudi-spark3.5-bundle_"),
            // AWS's instructions name it beside the other, of which it has the parts for Glue's, DynamoDB's and
            // CloudWatch's API.
            new Known("/usr/lib/hudi/hudi-aws-bundle", "hudi-spark3.5-bundle_"),
            new Known("/usr/lib/hudi/hudi-spark3-bundle", "hudi-spark3.5-bundle_"),
            new Known("/usr/lib/hudi/hudi-spark3.5-bundle", "hudi-spark3.5-bundle_"),
            new Known("/usr/lib/hadoop-mapreduce/hadoop-mapreduce-examples", "hadoop-mapreduce-examples-"),
            new Known("/usr/lib/hadoop/hadoop-streaming", STREAMING),
            new Known("/usr/lib/hadoop/tools/lib/hadoop-streaming", STREAMING),
            new Known("/usr/lib/hadoop-mapreduce/hadoop-streaming", STREAMING),
            // The place on the images of EMR before its releases.
            new Known("/home/hadoop/contrib/streaming/hadoop-streaming", STREAMING),
            new Known("/usr/lib/hadoop/hadoop-distcp", DISTCP),
            new Known("/usr/lib/hadoop/tools/lib/hadoop-distcp", DISTCP),
            new Known("/usr/lib/hadoop-mapreduce/hadoop-distcp", DISTCP),
            new Known("/usr/lib/spark/connector/lib/spark-avro", "spark-avro_"),
            new Known("/usr/lib/spark/external/lib/spark-avro", "spark-avro_"),
            new Known("/usr/lib/hive-hcatalog/share/hcatalog/hive-hcatalog-core", "hive-hcatalog-core-"));

    /** Returns the files that this installation has, by their paths on a node. */
    Map<String, Path> all() {
        Map<String, Path> files = new TreeMap<>();
        KNOWN.forEach(known -> find(known).ifPresent(file -> files.put(known.jar(), file)));
        return files;
    }

    /**
     * Returns a value of an option or a property with the files of this installation in the places of a node's.
     *
     * @param value one path, or several with commas or colons between them
     * @throws EngineFailure for a jar that a node has and this installation has not
     */
    String here(String value) {
        String found = value;
        for (Known known : KNOWN) {
            Matcher matcher = known.pattern().matcher(found);
            if (matcher.find()) {
                Path file = find(known)
                        .orElseThrow(() -> new EngineFailure(known.jar() + " is not in this build of Laguna."));
                found = matcher.replaceAll(Matcher.quoteReplacement(file.toString()));
            }
        }
        return found;
    }

    /**
     * Returns the lines by which the commands of {@code engines/spark/bin} find the files: the expression of a node's
     * path, a tab, the path here.
     */
    List<String> lines() {
        return KNOWN.stream()
                .flatMap(known -> find(known).map(file -> known.pattern() + "\t" + file).stream())
                .toList();
    }

    /** Tells whether a word is the jar of Spark's examples, whose classes every driver here has. */
    static boolean isExamples(String word) {
        return EXAMPLES.matcher(word).matches();
    }

    private Optional<Path> find(Known known) {
        return Stream.of("node", "spark")
                .filter(engine -> Files.exists(workspace.engineBuild(engine).resolve("classpath")))
                .flatMap(engine -> workspace.jars(engine).stream())
                .filter(jar -> jar.getFileName().toString().startsWith(known.artifact()))
                .findFirst();
    }
}
