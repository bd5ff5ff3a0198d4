package io.laguna.emulator.crawl.read;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The failure of a store to give an object, which says nothing about what is in it. */
public final class UnreadableException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    UnreadableException(IOException cause) {
        super(cause);
    }
}
