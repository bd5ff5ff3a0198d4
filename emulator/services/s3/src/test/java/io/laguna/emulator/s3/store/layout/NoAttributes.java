package io.laguna.emulator.s3.store.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file system that has no extended attributes. */
public final class NoAttributes implements Attributes {
    @Override
    public Optional<byte[]> read(Path file, String name) {
        return Optional.empty();
    }

    @Override
    public boolean write(Path file, String name, byte[] value) {
        return false;
    }

    @Override
    public void remove(Path file, String name) {
        // There is none.
    }

    @Override
    public List<String> names(Path file) {
        return List.of();
    }
}
