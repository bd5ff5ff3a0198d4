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
}
