package io.laguna.emulator.cli;

import io.laguna.emulator.Lake;
import io.laguna.emulator.LakeAddresses;
import io.laguna.emulator.LakeSettings;
import io.laguna.engines.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./laguna demo}: the COVID-19 pipeline from case files to the report. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Take COVID-19 cases and population figures through the raw, trusted and refined zones, and report.",
            "Uses the lake that is up, or starts one for as long as it works."
        })
final class DemoCommand implements Callable<Integer> {
    static final long SAMPLE_ROWS = 100_000;

    @Option(
            names = "--cases",
            paramLabel = "PATH|soda",
            description = {
                "Case files to ingest: a CSV, .csv.gz, .zip, or a folder of them; or 'soda' for the open data portal"
                        + " (SODA_BASE_URL, SODA_APP_TOKEN).",
                "Default: a generated sample."
            })
    private Optional<String> cases = Optional.empty();

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Rows of the generated sample (default: 100,000), or at most to take from SODA.")
    private Optional<Long> rows = Optional.empty();

    @Option(
            names = "--driver-memory",
            paramLabel = "SIZE",
            defaultValue = "2g",
            description = "Heap of a Spark driver (default: ${DEFAULT-VALUE}). Two may run at once.")
    private String driverMemory;

    @Mixin
    private LakeOptions lakeOptions;

    @Spec
    private CommandSpec spec;

    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        Workspace workspace = Home.workspace();
        CaseSource source = source();
        FreeSpace.check(workspace);
        Optional<LakeAddresses> running = RunningLake.find(workspace);
        if (running.isPresent()) {
            terminal.print("Using the lake that is up.");
            run(workspace, running.get(), source, () -> {});
        } else {
            terminal.print("Starting the lake");
            try (Lake lake = Lake.start(
                    workspace,
                    LakeSettings.open(lakeOptions.ports(0)),
                    (name, elapsed) ->
                            terminal.print(String.format("  %-21s %28s", name, Terminal.seconds(elapsed))))) {
                run(workspace, lake.addresses(), source, lake::close);
            }
        }
        terminal.print("Done in " + Terminal.seconds(Duration.ofNanos(System.nanoTime() - begun)) + ".");
        return ExitCode.OK;
    }

    private void run(Workspace workspace, LakeAddresses addresses, CaseSource source, Runnable stopLake)
            throws IOException {
        new Demo(workspace, addresses, driverMemory, terminal).run(source, stopLake);
    }

    private CaseSource source() {
        if (rows.filter(number -> number < 1).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--rows has to be at least 1");
        }
        if (cases.isEmpty()) {
            return new CaseSource.Sample(rows.orElse(SAMPLE_ROWS));
        }
        if (cases.get().equals("soda")) {
            return new CaseSource.Soda(rows.map(OptionalLong::of).orElse(OptionalLong.empty()));
        }
        if (rows.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--rows goes with the sample or with --cases soda");
        }
        return new CaseSource.Files(Path.of(cases.get()));
    }
}
