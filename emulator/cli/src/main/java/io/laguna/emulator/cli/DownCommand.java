package io.laguna.emulator.cli;

import io.laguna.engines.process.Workspace;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** The command {@code ./laguna down}, which stops what {@code up} started. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stop the lake. Zones, tables and logs stay.")
final class DownCommand implements Callable<Integer> {
    private static final long DEADLINE_SECONDS = 40;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Workspace workspace = Home.workspace();
        Terminal terminal = new Terminal();
        Optional<ProcessHandle> owner = RunningLake.find(workspace).flatMap(RunningLake::process);
        if (owner.isEmpty()) {
            terminal.print("The lake is not up.");
            return ExitCode.OK;
        }
        owner.get().destroy();
        try {
            owner.get().onExit().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new CommandFailure("Process " + owner.get().pid() + " did not stop within " + DEADLINE_SECONDS
                    + " s. Its log: " + workspace.log("laguna"));
        }
        terminal.print("The lake is down. Zones, tables and logs are kept.");
        return ExitCode.OK;
    }
}
