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
    private static final Set<String> ENVIRONMENTS = Set.of("hadoop-env", "spark-env", "yarn-env");

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
        return new JobEnvironment(hdfs, hadoop, spark, variables);
    }
}
