package io.laguna.emulator.cli;

import java.nio.file.Path;
import java.util.OptionalLong;

/** The source of the demo's cases. */
sealed interface CaseSource {
    /** The cases of Laguna's own generator. */
    record Sample(long rows) implements CaseSource {}

    /** The cases of published files. */
    record Files(Path path) implements CaseSource {}

    /** The cases of the open data portal, or of the address that SODA_BASE_URL names. */
    record Soda(OptionalLong mostRows) implements CaseSource {}
}
