package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.jobs.Classification;
import io.laguna.engines.driver.JobEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file {@code hudi-defaults.conf} of a cluster, which Hudi finds by the variable {@code HUDI_CONF_DIR}.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-configure-apps.html">Configure applications</a>
 * @see <a href="https://hudi.apache.org/docs/basic_configurations">Externalized configuration file</a>
 */
final class HudiDefaults {
    private static final String CLASSIFICATION = "hudi-defaults";
    /** The property by which Hudi's tables come into the catalog: by the metastore, where no cluster says otherwise. */
    private static final String SYNC = "hoodie.datasource.hive_sync.mode";

    private HudiDefaults() {}

    /**
     * Returns an environment in which Hudi has these defaults.
     *
     * @param folder for the file
     */
    static JobEnvironment in(JobEnvironment environment, List<Classification> all, Path folder) {
        Map<String, String> properties = new TreeMap<>();
        all.stream()
                .filter(each -> each.name().equals(CLASSIFICATION))
                .forEach(each -> properties.putAll(each.properties()));
        if (properties.isEmpty()) {
            return environment;
        }
        properties.putIfAbsent(SYNC, "hms");
        List<String> lines = properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .toList();
        try {
            Files.write(Files.createDirectories(folder).resolve("hudi-defaults.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write Hudi's defaults into " + folder, e);
        }
        return environment.withVariables(
                Map.of("HUDI_CONF_DIR", folder.toAbsolutePath().toString()));
    }
}
