package io.laguna.emulator.cli;

import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.prices.PriceTable;
import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.covid.CovidJar;
import io.laguna.pipelines.covid.CovidRun;
import io.laguna.pipelines.covid.Summaries;
import io.laguna.pipelines.covid.ingest.CaseArrival;
import io.laguna.pipelines.covid.publication.FunctionsZip;
import io.laguna.pipelines.covid.publication.Publication;
import io.laguna.pipelines.covid.publication.Published;
import io.laguna.pipelines.dryrun.Paper;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.profile.ProfileFile;
import io.laguna.pipelines.profile.Via;
import io.laguna.pipelines.run.Clients;
import io.laguna.pipelines.run.FunctionClients;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** The COVID-19 pipeline from the command line: on the lake of this machine, on AWS, or on paper. */
final class CovidCommand {
    /** The variables of a profile for this machine, with the values that a dry run shows before a lake is up. */
    static final Map<String, String> NO_LAKE =
            Map.of("laguna.endpoint", "http://127.0.0.1:4566", "laguna.mysql", "jdbc:mysql://127.0.0.1:<port>");

    private final ProfileFile file;
    private final Optional<Via> via;
    private final CaseSource cases;
    private final Optional<String> driverMemory;
    private final Workspace workspace = Home.workspace();
    private final Terminal terminal = new Terminal();

    CovidCommand(ProfileFile file, Optional<Via> via, CaseSource cases, Optional<String> driverMemory) {
        this.file = file;
        this.via = via;
        this.cases = cases;
        this.driverMemory = driverMemory;
    }

    /**
     * Runs the pipeline.
     *
     * @param ports of a lake that has to be started
     */
    void run(LakePorts ports) throws IOException {
        long begun = System.nanoTime();
        Profile profile = profile(file.variables().isEmpty() ? Map.of() : NO_LAKE);
        if (file.variables().isEmpty()) {
            profile.requireFilledIn();
            try (Clients clients = RunClients.of(profile);
                    FunctionClients functions = RunClients.functions(profile)) {
                run(profile, clients, functions, Whereabouts.of(profile), () -> {}, terminal);
            }
        } else {
            FreeSpace.check(workspace);
            runOnLake(ports);
        }
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        terminal.print("Done in " + Terminal.seconds(time) + ".");
        cost().of(profile, time).ifPresent(terminal::print);
    }

    /** Prints the calls that a run would make to AWS, and what its place costs. */
    void dryRun() throws IOException {
        Profile profile = profile(NO_LAKE);
        Paper paper = new Paper(terminal::print);
        terminal.print(
                "A dry run of " + profile + ": nothing is called, and answers are taken to be those of an account"
                        + " in which nothing is there yet.");
        terminal.print("");
        try (Clients clients = paper.clients();
                FunctionClients functions = paper.functionClients()) {
            run(profile, clients, functions, Whereabouts.of(profile), () -> {}, Terminal.silent());
        }
        terminal.print("");
        terminal.print(paper.calls()
                + " calls, and more of the same while steps and queries run: their states are asked for every "
                + profile.patience().poll().toMillis() / 1000.0 + " s.");
        cost().of(profile).forEach(terminal::print);
    }

    private HourlyCost cost() {
        return new HourlyCost(PriceTable.latest(workspace.home().resolve("data/prices")));
    }

    private void runOnLake(LakePorts ports) throws IOException {
        // The endpoint of a lake that begins with the run ends with it.
        boolean stays = RunningLake.find(workspace).isPresent();
        new PipelineLake(workspace, terminal).run(ports, (lake, stopLake) -> runOn(lake, stays, stopLake));
    }

    private void runOn(LakeAddresses lake, boolean stays, Runnable stopLake) throws IOException {
        Profile profile = profile(Map.of("laguna.endpoint", lake.endpoint(), "laguna.mysql", lake.mysql()));
        profile.requireFilledIn();
        LakeClients own = LakeClients.of(lake.endpoint(), workspace.state());
        try (Clients clients = RunClients.of(own);
                FunctionClients functions = RunClients.functions(own)) {
            run(profile, clients, functions, Whereabouts.of(workspace, profile, stays), stopLake, terminal);
        }
    }

    /**
     * Runs the pipeline with these clients.
     *
     * @param stopLake run after the steps have been stopped, when the process is told to end half-way
     * @param shown the terminal on which the run reports its progress
     */
    private void run(
            Profile profile,
            Clients clients,
            FunctionClients functions,
            Whereabouts whereabouts,
            Runnable stopLake,
            Terminal shown)
            throws IOException {
        Summaries summaries = new Summaries(clients.s3(), profile.zones());
        Publication publication =
                new Publication(profile, clients.s3(), functions, FunctionsZip.in(workspace.home()), Clock.systemUTC());
        Optional<Published> api;
        try (StepDisplay display = new StepDisplay(shown, new StepResults(summaries)::of);
                CovidRun run = new CovidRun(profile, clients, CovidJar.in(workspace.home()), display)) {
            api = Interruption.during(
                    () -> {
                        shown.print("Ingesting cases");
                        run.prepare();
                        CaseArrival arrival =
                                new CaseIngest(clients.s3(), profile.zones(), workspace, shown).ingest(cases);
                        shown.print("Running Spark jobs");
                        run.runSteps(arrival.rows());
                        return publication.make();
                    },
                    "Stopping. What was finished is kept; run the same command again to go on.",
                    () -> {
                        publication.stop();
                        stop(run, stopLake);
                    });
        }
        new ClosingSummary(summaries, whereabouts, api, shown).print();
    }

    private static void stop(CovidRun run, Runnable stopLake) {
        try {
            run.stop();
        } catch (SdkException e) {
            System.err.println("What was made for the run may be there still: " + e.getMessage());
        } finally {
            stopLake.run();
        }
    }

    private Profile profile(Map<String, String> variables) {
        Profile profile = file.profile(variables, via);
        return driverMemory
                .map(memory -> profile.withConf("spark.driver.memory", memory))
                .orElse(profile);
    }
}
