package io.laguna.emulator.cli;

import io.laguna.emulator.LakeAddresses;
import io.laguna.engines.SparkDrivers;
import io.laguna.engines.Workspace;
import io.laguna.pipelines.covid.CovidPipeline;
import io.laguna.pipelines.covid.Source;
import io.laguna.pipelines.covid.Summaries;
import io.laguna.pipelines.covid.Zones;
import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The COVID-19 pipeline on the lake of this machine. */
final class Demo {
    private static final Zones ZONES = Zones.LOCAL;

    private final Workspace workspace;
    private final LakeAddresses addresses;
    private final String driverMemory;
    private final Terminal terminal;

    Demo(Workspace workspace, LakeAddresses addresses, String driverMemory, Terminal terminal) {
        this.workspace = workspace;
        this.addresses = addresses;
        this.driverMemory = driverMemory;
        this.terminal = terminal;
    }

    /**
     * Runs the pipeline and prints what came of it.
     *
     * @param stopLake run after the drivers have been stopped, when the process is told to end half-way
     */
    void run(CaseSource cases, Runnable stopLake) throws IOException {
        SparkDrivers drivers = new SparkDrivers(workspace, addresses.s3(), addresses.metastore(), driverMemory);
        try (S3Client s3 = client()) {
            Summaries summaries = new Summaries(s3, ZONES);
            StepResults results = new StepResults(summaries);
            try (StepDisplay display = new StepDisplay(terminal, results::of)) {
                LocalSteps steps = new LocalSteps(drivers, Home.applications(workspace), display);
                Interruption.during(
                        () -> run(cases, s3, steps),
                        "Stopping. What was finished is kept; run the same command again to go on.",
                        () -> {
                            steps.stopAll();
                            stopLake.run();
                        });
            }
            new ClosingSummary(workspace, summaries, addresses, terminal).print();
        }
    }

    private void run(CaseSource cases, S3Client s3, LocalSteps steps) throws IOException {
        ZONES.create(s3);
        terminal.print("Ingesting cases");
        new CaseIngest(s3, ZONES, workspace, terminal).ingest(cases);
        terminal.print("Running Spark jobs");
        new CovidPipeline(ZONES, source(), steps).run();
    }

    private Source source() {
        return new Source(addresses.mysql() + "/covid", "covid_reader", "covid_reader");
    }

    private S3Client client() {
        return S3Client.builder()
                .endpointOverride(URI.create(addresses.s3()))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("laguna", "laguna")))
                .build();
    }
}
