package io.laguna.emulator.cli.log;

import io.laguna.emulator.kit.log.RotatedFile;
import java.io.IOException;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** The handler that writes log records into a file. */
final class LineHandler extends Handler {
    private final RotatedFile file;

    LineHandler(RotatedFile file) {
        this.file = file;
        setFormatter(new LineFormatter());
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            try {
                file.append(getFormatter().format(entry));
            } catch (IOException e) {
                reportError("A line is missing in Laguna's log", e, ErrorManager.WRITE_FAILURE);
            }
        }
    }

    @Override
    public void flush() {
        // Each line is flushed when it is written.
    }

    @Override
    public void close() {
        file.close();
    }
}
