package io.laguna.emulator.cli;

import io.laguna.emulator.LakeAddresses;
import io.laguna.emulator.LakeClients;
import io.laguna.emulator.LakeKeys;
import io.laguna.engines.DriverSettings;
import io.laguna.engines.Drivers;
import io.laguna.engines.Workspace;
import io.laguna.pipelines.covid.CovidPipeline;
import io.laguna.pipelines.covid.Source;
import io.laguna.pipelines.covid.Summaries;
import io.laguna.pipelines.covid.Zones;
import io.laguna.pipelines.covid.ingest.DeliveryCatalog;
import io.laguna.pipelines.covid.ingest.Manifest;
import java.io.IOException;
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
        LakeKeys keys = LakeKeys.of(workspace.state());
        Drivers drivers = new Drivers(
                workspace,
                keys.s3Access(addresses.endpoint()),
                addresses.metastore(),
                new DriverSettings(driverMemory, 0, 2));
        try (S3Client s3 = new LakeClients(addresses.endpoint(), keys).s3()) {
            Summaries summaries = new Summaries(s3, ZONES);
            StepResults results = new StepResults(summaries);
            terminal.print("Ingesting cases");
            long rows = interruptible(() -> ingest(cases, s3), stopLake);
            terminal.print("Running Spark jobs");
            try (StepDisplay display = new StepDisplay(terminal, results::of)) {
                LocalSteps steps = new LocalSteps(drivers, workspace.applications(), display);
                interruptible(
                        () -> {
                            new CovidPipeline(ZONES, source(), steps).run();
                            return rows;
                        },
                        () -> {
                            steps.stopAll();
                            stopLake.run();
                        });
            }
            new ClosingSummary(workspace, summaries, addresses, terminal).print();
        }
    }

    /** Returns how many rows are in the raw zone then. */
    private long ingest(CaseSource cases, S3Client s3) throws IOException {
        ZONES.create(s3);
        new CaseIngest(s3, ZONES, workspace, terminal).ingest(cases);
        return new DeliveryCatalog(s3, ZONES.raw())
                .deliveries().stream().mapToLong(Manifest::rows).sum();
    }

    private static long interruptible(Interruption.Work<Long, IOException> work, Runnable stop) throws IOException {
        return Interruption.during(
                work, "Stopping. What was finished is kept; run the same command again to go on.", stop);
    }

    private Source source() {
        return new Source(addresses.mysql() + "/covid", "covid_reader", "covid_reader");
    }
}
