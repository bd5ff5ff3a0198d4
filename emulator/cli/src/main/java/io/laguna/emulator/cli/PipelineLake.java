package io.laguna.emulator.cli;

import io.laguna.emulator.cli.log.LagunaLog;
import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.Trino;
import java.util.Optional;

/** The lake that a pipeline runs on: the one that is up, or else one that begins and ends with the run. */
record PipelineLake(Workspace workspace, Terminal terminal) {
    /** A run of a pipeline. */
    @FunctionalInterface
    interface Run<E extends Exception> {
        /**
         * Runs the pipeline.
         *
         * @param stopLake ends the lake if it began with the run, when the process is told to end half-way
         */
        void on(LakeAddresses lake, Runnable stopLake) throws E;
    }

    /**
     * Runs a pipeline.
     *
     * @param ports where a lake answers that begins with the run
     */
    <E extends Exception> void run(LakePorts ports, Run<E> run) throws E {
        Optional<LakeAddresses> running = RunningLake.find(workspace);
        if (running.isPresent()) {
            terminal.print("Using the lake that is up.");
            run.on(running.get(), () -> {});
            return;
        }
        // Queries come last, which is late to learn that they cannot run.
        Trino.requireJava();
        terminal.print("Starting the lake");
        LakeSettings settings = LakeSettings.open(ports).withDrivers(new DriverSettings("2g", 0, 2));
        LagunaLog.to(workspace.log("laguna"));
        try (Lake lake = Lake.start(
                workspace,
                settings,
                (name, elapsed) -> terminal.print(String.format("  %-21s %28s", name, Terminal.seconds(elapsed))))) {
            lake.startAthenaMeanwhile();
            run.on(lake.addresses(), lake::close);
        }
    }
}
