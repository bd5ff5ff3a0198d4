package io.laguna.emulator.cli;

import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeKeys;
import io.laguna.engines.driver.Shells;
import io.laguna.engines.process.Workspace;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./laguna pyspark …}, {@code spark-sql …}, {@code spark-submit …}: prints the script that becomes the program, and
 * leaves it to {@code emulator/cli/start} to run it with the user's words.
 */
@Command(
        mixinStandardHelpOptions = true,
        customSynopsis = "laguna ${COMMAND-NAME} [WORD...]",
        footer = {
            "%nAll words are Spark's own. The program works in this folder and terminal; s3:// paths, the catalog and AWS "
                    + "clients in scripts are those of the lake."
        })
final class ShellCommand implements Callable<Integer> {
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "pyspark", "A Python shell with Spark on the lake that is up, as Spark's own pyspark.",
            "spark-sql", "Spark SQL on the lake that is up: -e 'SELECT …', -f FILE, or statements as they are typed.",
            "spark-submit", "Run a Python script or a jar on the lake that is up, outside of EMR.");

    private final String program;

    @Option(names = "--process", hidden = true, required = true)
    private long process;

    @Option(names = "--driver-memory", hidden = true, defaultValue = "${env:LAGUNA_DRIVER_MEMORY:-2g}")
    private String memory;

    private ShellCommand(String program) {
        this.program = program;
    }

    static CommandLine of(String program) {
        CommandLine command = new CommandLine(new ShellCommand(program));
        command.getCommandSpec().usageMessage().description(DESCRIPTIONS.get(program));
        return command;
    }

    @Override
    public Integer call() {
        Workspace workspace = Home.workspace();
        LakeAddresses addresses = RunningLake.find(workspace)
                .orElseThrow(() -> new CommandFailure("The lake is not up. Start it with ./laguna up."));
        Shells shells = new Shells(
                workspace,
                LakeKeys.of(workspace.state()).s3Access(addresses.endpoint()),
                addresses.metastore(),
                memory);
        new Terminal().print(shells.prepare(program, process).toString());
        return ExitCode.OK;
    }
}
