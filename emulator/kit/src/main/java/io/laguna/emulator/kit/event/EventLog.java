package io.laguna.emulator.kit.event;

import io.laguna.emulator.kit.log.RotatedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The log of all events: a line for each, as EventBridge would send it. */
public final class EventLog implements EventBus.Listener, AutoCloseable {
    private static final long LARGE_CHARACTERS = 64L << 20;

    private final RotatedFile file;

    private EventLog(RotatedFile file) {
        this.file = file;
    }

    /** Opens the log in a file, which becomes {@code NAME.1} when it has grown large. */
    public static EventLog open(Path file) {
        return new EventLog(new RotatedFile(file.toAbsolutePath(), LARGE_CHARACTERS));
    }

    @Override
    public void take(Event event) {
        try {
            file.append(event.envelope() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The log of events cannot be written", e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
