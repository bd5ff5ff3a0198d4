package io.laguna.emulator.s3.store.object;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;

/**
 * An object that is being read. What it is and its bytes belong together, to the end, whoever overwrites or deletes the
 * object meanwhile.
 *
 * @param bytes all of them, from 0 to the object's size; to be read by position, so that it can be shared
 */
public record OpenObject(StoredObject object, FileChannel bytes) implements AutoCloseable {
    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + object.key(), e);
        }
    }
}
