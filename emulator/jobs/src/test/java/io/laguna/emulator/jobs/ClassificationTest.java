package io.laguna.emulator.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.driver.JobEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassificationTest {
    @Test
    void sparkHadoopAndExportsGoWhereTheyBelongAndOtherApplicationsNowhere() {
        JobEnvironment environment = Classification.environment(
                List.of(
                        new Classification("spark-defaults", Map.of("spark.executor.memory", "1g"), List.of()),
                        new Classification("core-site", Map.of("io.file.buffer.size", "4096"), List.of()),
                        new Classification("spark-hive-site", Map.of("hive.exec.x", "1"), List.of()),
                        new Classification(
                                "spark-env",
                                Map.of(),
                                List.of(new Classification("export", Map.of("CITY", "Cali"), List.of()))),
                        new Classification("presto-config", Map.of("a", "b"), List.of())),
                Optional.empty());

        assertThat(environment.spark()).isEqualTo(Map.of("spark.executor.memory", "1g"));
        assertThat(environment.hadoop()).isEqualTo(Map.of("io.file.buffer.size", "4096", "hive.exec.x", "1"));
        assertThat(environment.variables()).isEqualTo(Map.of("CITY", "Cali"));
    }

    @Test
    void theLastOfTwoHolds() {
        JobEnvironment environment = Classification.environment(
                List.of(
                        new Classification("spark-defaults", Map.of("spark.a", "cluster", "spark.b", "1"), List.of()),
                        new Classification("spark-defaults", Map.of("spark.a", "job"), List.of())),
                Optional.empty());

        assertThat(environment.spark()).isEqualTo(Map.of("spark.a", "job", "spark.b", "1"));
    }

    @Test
    void aTableFormatThatIsEnabledIsOnTheClassPath() {
        assertThat(jars(format("iceberg-defaults", "iceberg.enabled", "true")))
                .containsExactly("/usr/share/aws/iceberg/lib/iceberg-spark3-runtime.jar");
        assertThat(jars(format("delta-defaults", "delta.enabled", "true")))
                .containsExactly(
                        "/usr/share/aws/delta/lib/delta-spark.jar", "/usr/share/aws/delta/lib/delta-storage.jar");
        assertThat(jars(
                        format("iceberg-defaults", "iceberg.enabled", "true"),
                        format("iceberg-defaults", "iceberg.enabled", "false"),
                        format("hudi-defaults", "hoodie.x", "true")))
                .isEmpty();
    }

    private static List<String> jars(Classification... all) {
        return Classification.environment(List.of(all), Optional.empty()).jars();
    }

    private static Classification format(String name, String key, String value) {
        return new Classification(name, Map.of(key, value), List.of());
    }
}
