package io.laguna.emulator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./laguna status}: what runs, where it answers, and what memory it holds. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Show which engines run, where they answer, and the memory they hold.",
            "Exits with 4 when the lake is not up."
        })
final class StatusCommand implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
        Workspace workspace = Home.workspace();
        Terminal terminal = new Terminal();
        Optional<LakeAddresses> running = RunningLake.find(workspace);
        if (running.isEmpty()) {
            terminal.print("The lake is not up. Start it with ./laguna up.");
            return ExitCode.DOWN;
        }
        List<EngineStatus> parts =
                EngineStatus.of(health(workspace, running.get().endpoint()));
        parts.forEach(part -> terminal.print(part.line()));
        if (!parts.stream().allMatch(EngineStatus::isWell)) {
            throw new CommandFailure("Not every engine is ready. Their logs: " + workspace.logs());
        }
        return ExitCode.OK;
    }

    private static JsonNode health(Workspace workspace, String endpoint) throws InterruptedException {
        try {
            return new HealthClient(endpoint).read();
        } catch (IOException e) {
            throw new CommandFailure(
                    "The endpoint " + endpoint + " does not answer (" + e + "). Its log: " + workspace.log("laguna"));
        }
    }
}
