package io.laguna.emulator.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says when the engine of Athena's queries gets ready. */
final class AthenaOptions {
    @Option(
            names = "--athena",
            negatable = true,
            defaultValue = "${env:LAGUNA_ATHENA}",
            description = {
                "--athena: wait until Athena's engine has started, too. --no-athena: start it with the first query.",
                "Neither: it starts in the background when nothing else runs and 4 GiB of memory are available; it is"
                        + " held while a job runs (default: LAGUNA_ATHENA, which may be true or false)."
            })
    private Optional<Boolean> wish = Optional.empty();

    /** Tells whether the lake is not up before the engine has started. */
    boolean isAwaited() {
        return wish.orElse(false);
    }

    /** Tells whether the engine gets ready before the first query. */
    boolean isAhead() {
        return wish.orElse(true);
    }
}
