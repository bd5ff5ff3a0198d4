package io.laguna.emulator.cli;

import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.covid.sample.CaseGenerator;
import io.laguna.pipelines.covid.sample.CaseSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The generated case file of the demo: the same bytes for the same number of rows, written once. */
record SampleFile(Workspace workspace, CaseSample sample) {
    private static final long SEED = 2020;

    static SampleFile of(Workspace workspace, long rows) {
        return new SampleFile(workspace, CaseSample.of(rows, SEED));
    }

    Path written(Terminal terminal) throws IOException {
        Path file = folder().resolve("cases-" + sample.rows() + ".csv");
        if (!Files.exists(file)) {
            new CaseGenerator(sample)
                    .writeTo(file, rows -> terminal.status("  ... generating " + Terminal.count(rows) + " rows"));
        }
        return file;
    }

    /**
     * Returns the folder beside the other data, for all lakes of a checkout; an installation may not be writable, and
     * then the folder is in the lake's state.
     */
    private Path folder() {
        Path data = workspace.home().resolve("data");
        return (Files.isWritable(data) ? data : workspace.state()).resolve("generated");
    }
}
