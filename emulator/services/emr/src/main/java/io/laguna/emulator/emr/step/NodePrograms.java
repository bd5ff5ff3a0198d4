package io.laguna.emulator.emr.step;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs and jars of a node of EMR that steps name: by their whole paths or, since all are on its path, by their
 * names.
 */
final class NodePrograms {
    private static final Pattern PATH = Pattern.compile(
            "(?:file:(?://)?)?/(?:usr/(?:local/)?(?:s?bin|lib/[^/]+/s?bin|share/aws/emr/[-\\w]+/bin)|s?bin)/([^/]+)");
    /** EMR's own scripts, in the bucket that each region has of them. */
    private static final Pattern STATE_PUSHER =
            Pattern.compile("s3[an]?://(?:[-\\w]+\\.)?elasticmapreduce/libs/state-pusher/[^/]+/fetch");

    private static final Pattern COPY = Pattern.compile(
            "(?:file:(?://)?)?/(?:usr/share/aws/emr/s3-dist-cp/lib/s3-dist-cp|home/hadoop/lib/emr-s3distcp)"
                    + "[-\\w.]*\\.jar");
    /** The last of them is where images of EMR before its releases have streaming. */
    private static final Pattern JAR = Pattern.compile(
            "(?:file:(?://)?)?/(?:usr/(?:lib|share/aws)/.+|home/hadoop/contrib/streaming/hadoop-streaming[-\\w.]*)\\.jar");

    /** The commands that Laguna has in {@code engines/spark/bin}. */
    private static final Set<String> HERE = Set.of(
            "aws",
            "hadoop",
            "hadoop-streaming",
            "hdfs",
            "mapred",
            "pyspark",
            "run-example",
            "s3-dist-cp",
            "spark-example",
            "spark-sql",
            "spark-submit",
            "state-pusher-script",
            "sudo",
            "yarn");

    private static final Set<String> MISSING = Set.of(
            "beeline",
            "flink",
            "flink-yarn-session",
            "hbase",
            "hcat",
            "hive",
            "hive-script",
            "mahout",
            "oozie",
            "phoenix-sqlline",
            "pig",
            "pig-script",
            "presto-cli",
            "spark-shell",
            "sparkR",
            "sqoop",
            "trino-cli",
            "zeppelin");

    private NodePrograms() {}

    /** Returns the name of a program of the node that a path leads to, be it here or missing. */
    static Optional<String> at(String path) {
        if (STATE_PUSHER.matcher(path).matches()) {
            return Optional.of("state-pusher-script");
        }
        Matcher named = PATH.matcher(path);
        return named.matches() && (HERE.contains(named.group(1)) || MISSING.contains(named.group(1)))
                ? Optional.of(named.group(1))
                : Optional.empty();
    }

    /** Tells whether a program is one of EMR's that is not here. */
    static boolean isMissing(String program) {
        return MISSING.contains(program);
    }

    /** Returns why a program that is missing cannot run. */
    static String refusal(String program) {
        return program + " is not on this cluster: Laguna runs Spark, Hadoop's file system commands, MapReduce jars"
                + " and streaming, s3-dist-cp, shell scripts and programs";
    }

    /** Tells whether a jar is that of s3-dist-cp. */
    static boolean isCopy(String jar) {
        return COPY.matcher(jar).matches();
    }

    /** Tells whether a jar is one that lies on a node, which {@code hadoop jar} finds. */
    static boolean isJar(String jar) {
        return JAR.matcher(jar).matches();
    }
}
