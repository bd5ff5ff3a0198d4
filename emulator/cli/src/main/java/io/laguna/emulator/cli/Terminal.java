package io.laguna.emulator.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** The terminal, with lines that stay, and on a real terminal one line at the bottom that changes. */
final class Terminal {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;

    /** The launcher asks the shell whether output goes to a terminal. */
    private final boolean interactive;

    Terminal() {
        this(System.out, Boolean.getBoolean("laguna.interactive"));
    }

    private Terminal(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** Returns a terminal that shows nothing. */
    static Terminal silent() {
        return new Terminal(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
    }

    boolean isInteractive() {
        return interactive;
    }

    synchronized void print(String line) {
        out.println((interactive ? CLEAR_LINE : "") + line);
        out.flush();
    }

    /** Shows a line until the next line is printed; shows nothing where output is a file. */
    synchronized void status(String line) {
        if (interactive) {
            out.print(CLEAR_LINE + line);
            out.flush();
        }
    }

    static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
