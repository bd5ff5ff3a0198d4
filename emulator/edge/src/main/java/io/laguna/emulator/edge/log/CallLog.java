package io.laguna.emulator.edge.log;

import io.laguna.emulator.kit.log.RotatedFile;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log {@code .laguna/logs/calls.log}: one line of JSON for each call. When the file has grown large it becomes
 * {@code calls.log.1}, in place of an earlier one.
 */
public final class CallLog implements AutoCloseable {
    static final long LARGE_CHARACTERS = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    private final RotatedFile file;

    private CallLog(RotatedFile file) {
        this.file = file;
    }

    public static CallLog in(Path state) {
        return in(state, LARGE_CHARACTERS);
    }

    static CallLog in(Path state, long large) {
        return new CallLog(new RotatedFile(state.resolve("logs/calls.log"), large));
    }

    /** Writes a line. A full disk must not fail the calls that still work, so a failure is only logged. */
    void write(CallRecord call) {
        try {
            file.append(call.json() + "\n");
        } catch (IOException e) {
            LOG.warn("A call is missing in the log of calls", e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
