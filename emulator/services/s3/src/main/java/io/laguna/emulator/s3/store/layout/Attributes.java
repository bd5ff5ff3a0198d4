package io.laguna.emulator.s3.store.layout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Optional;

/** The extended attributes of a file, {@code user.…} to Linux, on file systems that have them. */
public interface Attributes {
    /** The attributes of the file system that the file is on. */
    Attributes EXTENDED = new Extended();

    /**
     * The value of one.
     *
     * @throws NoSuchFileException when the file is not there
     */
    Optional<byte[]> read(Path file, String name) throws IOException;

    /** Returns false when the file system cannot keep it, because it has no attributes or not that much room. */
    boolean write(Path file, String name, byte[] value) throws IOException;

    /** Removes one that may be there or not. */
    void remove(Path file, String name) throws IOException;

    /** The names of all. */
    List<String> names(Path file) throws IOException;

    /** The extended attributes of Linux. */
    final class Extended implements Attributes {
        /** The bytes for which Linux has room at most; ext4 has less. */
        private static final int LARGEST = 1 << 16;

        private static final ThreadLocal<ByteBuffer> BUFFER =
                ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(LARGEST));

        @Override
        public Optional<byte[]> read(Path file, String name) throws IOException {
            ByteBuffer buffer = BUFFER.get().clear();
            try {
                view(file).read(name, buffer);
            } catch (NoSuchFileException e) {
                throw e;
            } catch (FileSystemException e) {
                return Optional.empty();
            }
            byte[] value = new byte[buffer.flip().remaining()];
            buffer.get(value);
            return Optional.of(value);
        }

        @Override
        public boolean write(Path file, String name, byte[] value) throws IOException {
            if (value.length > LARGEST) {
                return false;
            }
            try {
                view(file).write(name, BUFFER.get().clear().put(value).flip());
                return true;
            } catch (NoSuchFileException e) {
                throw e;
            } catch (FileSystemException e) {
                return false;
            }
        }

        @Override
        public void remove(Path file, String name) throws IOException {
            if (read(file, name).isPresent()) {
                view(file).delete(name);
            }
        }

        @Override
        public List<String> names(Path file) throws IOException {
            try {
                return view(file).list();
            } catch (NoSuchFileException e) {
                throw e;
            } catch (FileSystemException e) {
                return List.of();
            }
        }

        private static UserDefinedFileAttributeView view(Path file) {
            return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        }
    }
}
