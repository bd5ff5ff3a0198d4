package io.laguna.emulator.emr.release;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.emr.model.Application;

/**
 * A release of Amazon EMR.
 *
 * @param versions of the applications in it, as far as they are known; empty texts where they are not
 */
public record Release(String label, Map<String, String> versions) {
    /** The applications of the 6.x and 7.x releases, though not every one is in each. */
    private static final Set<String> APPLICATIONS = Set.of(
            "AmazonCloudWatchAgent",
            "Delta",
            "Flink",
            "Ganglia",
            "HBase",
            "HCatalog",
            "Hadoop",
            "Hive",
            "Hudi",
            "Hue",
            "Iceberg",
            "JupyterEnterpriseGateway",
            "JupyterHub",
            "Livy",
            "MXNet",
            "Oozie",
            "Phoenix",
            "Pig",
            "Presto",
            "PrestoSQL",
            "Spark",
            "Sqoop",
            "TensorFlow",
            "Tez",
            "Trino",
            "Zeppelin",
            "ZooKeeper");

    public Release {
        versions = Map.copyOf(versions);
    }

    /** The applications whose versions are known, by name. */
    Map<String, String> known() {
        return versions.entrySet().stream()
                .filter(version -> !version.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** An application as a cluster has it: by its right name, with its version; empty for one that EMR has not. */
    public Optional<Application> application(Application asked) {
        String folded = Optional.ofNullable(asked.name()).orElse("").toLowerCase(Locale.ROOT);
        return APPLICATIONS.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(folded))
                .findFirst()
                .map(name ->
                        asked.toBuilder().name(name).version(known().get(name)).build());
    }
}
