package io.laguna.emulator.cli;

import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./laguna logs}: what the endpoint and the engines write. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description =
                "Show the last lines of a log: calls (one JSON line per AWS call), laguna, events, scheduler, or an"
                        + " engine's.")
final class LogsCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "LOG", description = "Which logs (default: calls).")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on printing what is written until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "20",
            description = "How many lines of each (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = Home.workspace();
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        for (String name : names.isEmpty() ? List.of("calls") : names) {
            Path log = workspace.log(name);
            if (!Files.exists(log)) {
                throw new CommandFailure("There is no log " + log + ". There are: " + present(workspace));
            }
            command.add(log.toString());
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static String present(Workspace workspace) throws IOException {
        if (!Files.isDirectory(workspace.logs())) {
            return "none yet";
        }
        try (Stream<Path> files = Files.list(workspace.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
