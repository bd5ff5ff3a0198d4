package io.laguna.emulator.cli;

/** The exit codes of {@code ./laguna}, by which scripts can tell what happened. */
final class ExitCode {
    static final int OK = 0;
    /** A job or an ingest failed, for the reason that was printed. */
    static final int FAILED = 1;
    /** Options or a profile that make no sense, as picocli has it. */
    static final int USAGE = 2;
    /** An engine did not start, a port is taken, or another process owns the lake. */
    static final int NO_LAKE = 3;
    /** {@code status}: no lake is up. */
    static final int DOWN = 4;
    /** Ctrl-C, as shells count it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
