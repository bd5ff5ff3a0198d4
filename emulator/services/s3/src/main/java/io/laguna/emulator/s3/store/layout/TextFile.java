package io.laguna.emulator.s3.store.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Small files that are there wholly or not at all. */
public final class TextFile {
    private TextFile() {}

    public static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Failed.unlessMissing("read", file, e);
        }
    }

    /** Writes a file of the bucket's state. */
    public static void write(BucketFolder bucket, Path file, String text) {
        Path temporary = bucket.temporary();
        try {
            bucket.makeState(temporary.getParent());
            bucket.makeState(file.getParent());
            Files.writeString(temporary, text, StandardCharsets.UTF_8);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failed.because("write", file, e);
        }
    }
}
