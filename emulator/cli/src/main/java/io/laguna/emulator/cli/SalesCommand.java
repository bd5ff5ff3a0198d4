package io.laguna.emulator.cli;

import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.prices.PriceTable;
import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.dryrun.Paper;
import io.laguna.pipelines.profile.ProfileFile;
import io.laguna.pipelines.profile.WorkflowProfile;
import io.laguna.pipelines.run.Clients;
import io.laguna.pipelines.run.EventClients;
import io.laguna.pipelines.sales.SalesFiles;
import io.laguna.pipelines.sales.SalesRun;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** The pipeline of sales from the command line: on the lake of this machine, on AWS, or on paper. */
final class SalesCommand {
    private final ProfileFile file;
    private final SalesFiles sales;
    private final Workspace workspace = Home.workspace();
    private final Terminal terminal = new Terminal();

    SalesCommand(ProfileFile file, SalesFiles sales) {
        this.file = file;
        this.sales = sales;
    }

    /**
     * Runs the pipeline.
     *
     * @param ports of a lake that has to be started
     */
    void run(LakePorts ports) {
        long begun = System.nanoTime();
        WorkflowProfile profile = file.workflow(CovidCommand.NO_LAKE);
        profile.requireFilledIn();
        if (file.variables().isEmpty()) {
            try (Clients clients = RunClients.of(profile);
                    EventClients events = RunClients.events(profile)) {
                run(profile, clients, events, () -> {});
            }
        } else {
            FreeSpace.check(workspace);
            runOnLake(ports);
        }
        terminal.print("Done in " + Terminal.seconds(Duration.ofNanos(System.nanoTime() - begun)) + ".");
        cost().of(profile).forEach(terminal::print);
    }

    /** Prints the calls that a run would make to AWS, and what it costs. */
    void dryRun() {
        WorkflowProfile profile = file.workflow(CovidCommand.NO_LAKE);
        Paper paper = new Paper(terminal::print);
        terminal.print(
                "A dry run of " + profile + ": nothing is called, and answers are taken to be those of an account"
                        + " in which nothing is there yet.");
        terminal.print("");
        try (Clients clients = paper.clients();
                EventClients events = paper.eventClients();
                SalesRun run = run(profile, clients, events, line -> {})) {
            run.run(sales);
        }
        terminal.print("");
        terminal.print(paper.calls() + " calls, and more of the same while states are asked for, every "
                + profile.patience().poll().toMillis() / 1000.0 + " s.");
        cost().of(profile).forEach(terminal::print);
    }

    private WorkflowCost cost() {
        return WorkflowCost.of(PriceTable.latest(workspace.home().resolve("data/prices")));
    }

    private void runOnLake(LakePorts ports) {
        new PipelineLake(workspace, terminal).run(ports, this::runOn);
    }

    private void runOn(LakeAddresses lake, Runnable stopLake) {
        WorkflowProfile profile =
                file.workflow(Map.of("laguna.endpoint", lake.endpoint(), "laguna.mysql", lake.mysql()));
        LakeClients own = LakeClients.of(lake.endpoint(), workspace.state());
        try (Clients clients = RunClients.of(own);
                EventClients events = RunClients.events(own)) {
            run(profile, clients, events, stopLake);
        }
    }

    private void run(WorkflowProfile profile, Clients clients, EventClients events, Runnable stopLake) {
        try (SalesRun run = run(profile, clients, events, terminal::print)) {
            Interruption.during(
                    () -> {
                        run.run(sales);
                        return run;
                    },
                    "Stopping. A workflow that has begun goes on; what was made is kept.",
                    () -> {
                        run.stop();
                        stopLake.run();
                    });
        }
    }

    private SalesRun run(WorkflowProfile profile, Clients clients, EventClients events, Consumer<String> lines) {
        return new SalesRun(
                profile, clients, events, workspace.home().resolve("glue-jobs/sales"), Clock.systemUTC(), lines);
    }
}
