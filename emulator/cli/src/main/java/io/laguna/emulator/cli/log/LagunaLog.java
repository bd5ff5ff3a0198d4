package io.laguna.emulator.cli.log;

import io.laguna.emulator.kit.log.RotatedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log {@code .laguna/logs/laguna.log}, with Laguna's own messages and with warnings of its libraries. When the file
 * has grown large it becomes {@code laguna.log.1}, in place of an earlier one. Only the process that keeps a lake
 * writes it.
 */
public final class LagunaLog {
    static final long LARGE_CHARACTERS = 16L << 20;

    private static final String ROOT = "";
    private static final String OWN = "io.laguna";
    private static final String LEVELS = ".level=WARNING\n" + OWN + ".level=INFO\n";

    private LagunaLog() {}

    /** Makes this process log nothing: its messages are for the terminal. */
    public static void silence() {
        configure(".level=OFF\n");
    }

    /**
     * Makes this process log into a file. The log also tells why a thread has ended that nobody waits for.
     *
     * @throws UncheckedIOException where the file cannot be written
     */
    public static void to(Path file) {
        to(file, LARGE_CHARACTERS);
    }

    static void to(Path file, long large) {
        RotatedFile lines = new RotatedFile(file, large);
        configure(LEVELS);
        // Loggers below this one that exist already would not learn of the change otherwise.
        Logger.getLogger(OWN).setLevel(Level.INFO);
        Logger.getLogger(ROOT).addHandler(new LineHandler(lines));
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LoggerFactory.getLogger(LagunaLog.class)
                .error("The thread {} has ended by a failure", thread.getName(), failure));
    }

    private static void configure(String levels) {
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(levels.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot configure the log", e);
        }
    }
}
