package io.laguna.emulator.cli;

import io.laguna.emulator.cli.log.LagunaLog;
import io.laguna.emulator.edge.EdgeFailure;
import io.laguna.emulator.lake.LakeInUseException;
import io.laguna.engines.driver.Shells;
import io.laguna.engines.process.EngineFailure;
import io.laguna.pipelines.covid.ingest.IngestException;
import io.laguna.pipelines.follow.OverdueException;
import io.laguna.pipelines.profile.ProfileException;
import io.laguna.pipelines.sales.SalesFailedException;
import io.laguna.pipelines.step.StepFailedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code ./laguna}: an AWS data lake on this machine. */
@Command(
        name = "laguna",
        mixinStandardHelpOptions = true,
        version = "laguna 0.1.0",
        description = "An AWS data lake on this machine, with the real engines behind it.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ResetCommand.class,
            EnvCommand.class,
            AwsCommand.class,
            LogsCommand.class,
            RunsCommand.class,
            CrawlCommand.class,
            SqlCommand.class,
            TrinoCommand.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a job or an ingest failed; the reason is printed",
            "2:wrong usage",
            "3:the lake did not start",
            "4:status: no lake is up",
            "130:stopped by Ctrl-C"
        })
public final class Laguna implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        LagunaLog.silence();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new Laguna());
        Shells.PROGRAMS.forEach(program -> commands.addSubcommand(program, ShellCommand.of(program)));
        return commands.setUsageHelpAutoWidth(true).setExecutionExceptionHandler((failure, command, parsed) -> {
            Interruption.parkWhenInterrupted();
            if (!isExpected(failure)) {
                throw failure;
            }
            command.getErr().println(command.getColorScheme().errorText("laguna: " + failure.getMessage()));
            return exitCode(failure);
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    private static int exitCode(Exception failure) {
        if (failure instanceof ProfileException) {
            return ExitCode.USAGE;
        }
        return failure instanceof EngineFailure
                        || failure instanceof LakeInUseException
                        || failure instanceof EdgeFailure
                ? ExitCode.NO_LAKE
                : ExitCode.FAILED;
    }

    /** Tells whether a failure's message says everything that there is to say. */
    private static boolean isExpected(Exception failure) {
        return failure instanceof EngineFailure
                || failure instanceof LakeInUseException
                || failure instanceof EdgeFailure
                || failure instanceof StepFailedException
                || failure instanceof SalesFailedException
                || failure instanceof IngestException
                || failure instanceof ProfileException
                || failure instanceof OverdueException
                || failure instanceof SdkException
                || failure instanceof CommandFailure;
    }
}
