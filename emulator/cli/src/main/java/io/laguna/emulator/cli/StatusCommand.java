package io.laguna.emulator.cli;

import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.engines.Reachable;
import io.laguna.engines.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./laguna status}: what runs, and where it answers. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show which engines run and where they answer. Exits with 4 when the lake is not up.")
final class StatusCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Workspace workspace = Home.workspace();
        Terminal terminal = new Terminal();
        Optional<LakeAddresses> running = RunningLake.find(workspace);
        if (running.isEmpty()) {
            terminal.print("The lake is not up. Start it with ./laguna up.");
            return ExitCode.DOWN;
        }
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("endpoint", running.get().endpoint());
        addresses.put("metastore", running.get().metastore());
        addresses.put("postgresql", running.get().postgresql());
        addresses.put("mariadb", running.get().mysql());
        boolean all = true;
        for (Map.Entry<String, String> engine : addresses.entrySet()) {
            boolean answers = Reachable.at(engine.getValue());
            all &= answers;
            terminal.print(String.format(
                    "  %-12s %-10s %s", engine.getKey(), answers ? "ready" : "no answer", engine.getValue()));
        }
        if (!all) {
            throw new CommandFailure("Not every engine answers. Their logs: " + workspace.logs());
        }
        return ExitCode.OK;
    }
}
