package io.laguna.bench;

import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.lake.LakeKeys;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.SparkSubmission;
import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.covid.CovidJar;
import io.laguna.pipelines.covid.CovidSteps;
import io.laguna.pipelines.covid.ingest.CaseFiles;
import io.laguna.pipelines.covid.ingest.Ingest;
import io.laguna.pipelines.covid.ingest.IngestProgress;
import io.laguna.pipelines.covid.sample.CaseGenerator;
import io.laguna.pipelines.covid.sample.CaseSample;
import io.laguna.pipelines.profile.JobSettings;
import io.laguna.pipelines.profile.Source;
import io.laguna.pipelines.profile.Zones;
import io.laguna.pipelines.run.Buckets;
import io.laguna.pipelines.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.s3.S3Client;

/** A fresh lake for generated cases, whose jobs run one after the other, so that each has the machine for itself. */
final class CaseLake implements AutoCloseable {
    private static final String MEMORY = "3g";
    private static final long SEED = 2020;
    private static final long POLL_MILLIS = 100;

    private final Workspace workspace;
    private final Lake lake;
    private final LakeClients clients;
    private final Drivers drivers;

    CaseLake(Workspace workspace) {
        this.workspace = workspace;
        this.lake = Lake.start(workspace, LakeSettings.open(LakePorts.free()), (engine, elapsed) -> {});
        String endpoint = lake.addresses().endpoint();
        LakeKeys keys = LakeKeys.of(workspace.state());
        this.clients = new LakeClients(endpoint, keys);
        this.drivers = new Drivers(
                workspace, keys.s3Access(endpoint), lake.addresses().metastore(), new DriverSettings(MEMORY, 0, 1));
    }

    /** Returns a file of so many generated cases, which is written once. */
    static Path cases(Path folder, long rows) throws IOException {
        Path csv = folder.resolve("cases-" + rows + ".csv");
        if (!Files.exists(csv)) {
            Files.createDirectories(folder);
            new CaseGenerator(CaseSample.of(rows, SEED)).writeTo(csv, written -> {});
        }
        return csv;
    }

    LakeClients clients() {
        return clients;
    }

    String endpoint() {
        return lake.addresses().endpoint();
    }

    void startAthena() {
        lake.startAthena();
    }

    /** Lets Athena's engine exercise as after {@code up}, and returns when it has. */
    void warmAthena() throws IOException, InterruptedException {
        lake.warmAthena();
        while (!TrinoQueryStats.engine(endpoint()).path("warmUp").asText().equals("done")) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    void ingest(Path csv) throws IOException {
        try (S3Client s3 = clients.s3()) {
            new Buckets(s3, "us-east-1").create(Zones.LOCAL.buckets());
            new Ingest(s3, Zones.LOCAL.raw(), Clock.systemUTC()).land(CaseFiles.at(csv), IngestProgress.SILENT);
        }
    }

    CovidSteps steps(long rows) {
        return new CovidSteps(
                Zones.LOCAL,
                new Source(lake.addresses().mysql() + "/covid", "covid_reader", Optional.empty(), List.of()),
                rows);
    }

    void run(Step step) {
        List<String> words = new ArrayList<>(new JobSettings("client", new TreeMap<>()).options(step));
        words.add(CovidJar.in(workspace.home()).toString());
        words.addAll(step.arguments());
        SparkSubmission job = new SparkSubmission(
                step.name(), words, JobEnvironment.LAKE.withVariables(Map.of("JDBC_PASSWORD", "covid_reader")));
        try {
            drivers.submit(job).await().failure().ifPresent(reason -> {
                throw new IllegalStateException(step.name() + " failed: " + reason);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in " + step.name(), e);
        }
    }

    @Override
    public void close() {
        drivers.close();
        lake.close();
    }
}
