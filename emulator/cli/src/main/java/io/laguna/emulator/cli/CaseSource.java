package io.laguna.emulator.cli;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Where the demo's cases come from. */
sealed interface CaseSource {
    /** Cases of our own generator. */
    record Sample(long rows) implements CaseSource {}

    /** Published files. */
    record Files(Path path) implements CaseSource {}

    /** The open data portal, or what SODA_BASE_URL names. */
    record Soda(OptionalLong mostRows) implements CaseSource {}
}
