package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A store of one object, which is a file. */
record FileStore(Path file) implements Store {
    @Override
    public InputStream open(Source source) throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public byte[] range(Source source, long from, int length) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(file)) {
            while (part.hasRemaining() && channel.read(part, from + part.position()) >= 0) {
                // Goes on until the part is whole or the file ends.
            }
        }
        return part.array();
    }
}
