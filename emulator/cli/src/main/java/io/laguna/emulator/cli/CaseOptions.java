package io.laguna.emulator.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of the commands that run the pipeline: its cases and its drivers. */
final class CaseOptions {
    private static final long SAMPLE_ROWS = 100_000;

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
            description =
                    "Rows of the generated sample (default: 100,000 cases, 300,000 sales), or at most to take from SODA.")
    private Optional<Long> rows = Optional.empty();

    @Option(
            names = "--driver-memory",
            paramLabel = "SIZE",
            description = "Heap of a Spark driver (default: 2g on this machine). Two may run at once.")
    private Optional<String> driverMemory = Optional.empty();

    Optional<String> driverMemory() {
        return driverMemory;
    }

    CaseSource source(CommandSpec spec) {
        return source(spec, SAMPLE_ROWS);
    }

    /**
     * Returns the source that the options name.
     *
     * @param sampleRows of a sample whose rows they do not say
     */
    CaseSource source(CommandSpec spec, long sampleRows) {
        if (rows.filter(number -> number < 1).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--rows has to be at least 1");
        }
        if (cases.isEmpty()) {
            return new CaseSource.Sample(rows.orElse(sampleRows));
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
