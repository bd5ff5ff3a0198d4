package io.laguna.emulator.cli;

import io.laguna.emulator.lake.LakeReset;
import io.laguna.engines.process.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./laguna reset}: an empty lake. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Delete every zone, table, database and log of this lake. Asks first.")
final class ResetCommand implements Callable<Integer> {
    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        Workspace workspace = Home.workspace();
        Terminal terminal = new Terminal();
        if (!yes && !agreed(terminal, workspace)) {
            terminal.print("Nothing was deleted.");
            return ExitCode.FAILED;
        }
        LakeReset.run(workspace);
        terminal.print("The lake is empty.");
        return ExitCode.OK;
    }

    private static boolean agreed(Terminal terminal, Workspace workspace) throws IOException {
        terminal.print("This deletes everything in " + workspace.zones() + " and " + workspace.state() + ".");
        terminal.print("Type yes to go on:");
        BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        String answer = answers.readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
    }
}
