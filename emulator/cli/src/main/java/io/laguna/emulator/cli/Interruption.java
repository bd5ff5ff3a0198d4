package io.laguna.emulator.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** The handling of Ctrl-C and {@code kill}: running work is stopped in order, and only then does the process end. */
final class Interruption {
    private static final AtomicBoolean UNDER_WAY = new AtomicBoolean();

    private Interruption() {}

    /** Work that can be interrupted. */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * Does some work.
     *
     * @param message printed when the process is told to end meanwhile
     * @param stop stops what runs then
     */
    static <T, E extends Exception> T during(Work<T, E> work, String message, Runnable stop) throws E {
        Thread hook = new Thread(
                () -> {
                    UNDER_WAY.set(true);
                    System.err.println("\n" + message);
                    stop.run();
                    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.run();
        } finally {
            if (!UNDER_WAY.get()) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    /**
     * Waits for ever when the process is being told to end. The main thread sees drivers fail because they are being
     * stopped: that is no failure to report.
     */
    static void parkWhenInterrupted() throws InterruptedException {
        if (UNDER_WAY.get()) {
            new CountDownLatch(1).await();
        }
    }
}
