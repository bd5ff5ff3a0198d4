package io.laguna.emulator.emrserverless;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.process.ShellWords;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final Resources WORKER = new Resources(4, 16, 20);

    @Test
    void aJobAsksForADriverAndThreeExecutorsOfFourCoresEach() {
        Workers workers = workers("");

        assertThat(workers).isEqualTo(new Workers(WORKER, WORKER, 1, 3));
        assertThat(workers.needed()).isEqualTo(new Resources(8, 32, 40));
    }

    @Test
    void sizesComeFromOptionsAndProperties() {
        Workers workers = workers("--driver-memory 2g --driver-cores=1 --num-executors 2"
                + " --conf spark.executor.memory=6656m -c spark.executor.cores=2"
                + " --conf spark.emr-serverless.executor.disk=40G --conf spark.dynamicAllocation.enabled=false");

        assertThat(workers).isEqualTo(new Workers(new Resources(1, 3, 20), new Resources(2, 8, 40), 2, 2));
    }

    @Test
    void theCommandLineIsOverTheConfiguration() {
        SparkProperties properties = SparkProperties.of(
                Map.of("spark.driver.cores", "8", "spark.emr-serverless.driverEnv.STAGE", "test"),
                List.of("--driver-cores", "2"));

        assertThat(Workers.of(properties).driver().cpu()).isEqualTo(2);
        assertThat(properties.driverVariables()).containsExactly(Map.entry("STAGE", "test"));
    }

    @Test
    void aJobTakesAsManyExecutorsAsFit() {
        Workers workers = workers("");
        Resources limit = new Resources(16, 64, 1000);

        assertThat(workers.allocate(Resources.NONE, limit))
                .contains(new Workers.Allocation(new Resources(16, 64, 80), 4));
        assertThat(workers.allocate(new Resources(5, 16, 20), limit))
                .contains(new Workers.Allocation(new Resources(8, 32, 40), 2));
        assertThat(workers.allocate(new Resources(9, 16, 20), limit)).isEmpty();
    }

    @Test
    void whatIsOverALimitIsNamedAsAwsNamesIt() {
        assertThat(workers("").needed().beyond(new Resources(4, 100, 30))).hasToString("[cpu: 4 vCPU, disk: 30 GB]");
    }

    private static Workers workers(String parameters) {
        return Workers.of(SparkProperties.of(Map.of(), ShellWords.split("parameters", parameters)));
    }
}
