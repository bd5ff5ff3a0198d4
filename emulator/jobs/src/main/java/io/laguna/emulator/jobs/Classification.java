package io.laguna.emulator.jobs;

import io.laguna.engines.driver.JobEnvironment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A configuration object of EMR.
 *
 * @param name {@code spark-defaults}
 * @param nested {@code export} inside {@code spark-env}
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-configure-apps.html">Configure applications</a>
 */
public record Classification(String name, Map<String, String> properties, List<Classification> nested) {
    private static final Set<String> HADOOP =
            Set.of("core-site", "hdfs-site", "mapred-site", "hive-site", "spark-hive-site");
    private static final Set<String> ENVIRONMENTS = Set.of("hadoop-env", "spark-env", "yarn-env", "hudi-env");

    /**
     * The classifications that put a table format on the class path of Spark's jobs, each with its switch and its jars on
     * a node.
     *
     * @see <a href="https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-iceberg-use-spark-cluster.html">Iceberg</a>
     * @see <a href="https://docs.aws.amazon.com/emr/latest/ReleaseGuide/Deltausing-cluster.html">Delta Lake</a>
     */
    private static final Map<String, List<String>> FORMATS = Map.of(
            "iceberg-defaults/iceberg.enabled",
            List.of("/usr/share/aws/iceberg/lib/iceberg-spark3-runtime.jar"),
            "delta-defaults/delta.enabled",
            List.of("/usr/share/aws/delta/lib/delta-spark.jar", "/usr/share/aws/delta/lib/delta-storage.jar"));

    public Classification {
        properties = Map.copyOf(properties);
        nested = List.copyOf(nested);
    }

    /**
     * Returns the environment that configurations make for Spark and Hadoop on this machine; of one property the last one
     * holds. Configurations of applications that are not here (Hue, Presto) and of YARN and EMRFS, which have no part in a
     * local driver, mean nothing.
     *
     * @param hdfs the folder that {@code hdfs:///} is
     */
    public static JobEnvironment environment(List<Classification> all, Optional<Path> hdfs) {
        Map<String, String> hadoop = new HashMap<>();
        Map<String, String> spark = new HashMap<>();
        Map<String, String> variables = new HashMap<>();
        for (Classification each : all) {
            if (HADOOP.contains(each.name())) {
                hadoop.putAll(each.properties());
            } else if (each.name().equals("spark-defaults")) {
                spark.putAll(each.properties());
            } else if (ENVIRONMENTS.contains(each.name())) {
                each.nested().stream()
                        .filter(export -> export.name().equals("export"))
                        .forEach(export -> variables.putAll(export.properties()));
            }
        }
        return new JobEnvironment(hdfs, hadoop, spark, variables).withJars(jars(all));
    }

    private static List<String> jars(List<Classification> all) {
        Map<String, String> switches = new HashMap<>();
        all.forEach(each -> each.properties().forEach((key, value) -> switches.put(each.name() + "/" + key, value)));
        return FORMATS.entrySet().stream()
                .filter(format -> Boolean.parseBoolean(switches.get(format.getKey())))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(format -> format.getValue().stream())
                .toList();
    }
}
