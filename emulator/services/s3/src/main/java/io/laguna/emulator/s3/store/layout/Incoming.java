package io.laguna.emulator.s3.store.layout;

import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import io.laguna.emulator.s3.store.object.Written;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Bytes that have come into a temporary file, which goes when this is closed and nobody has taken it.
 *
 * @param checksums in Base64
 */
public record Incoming(Path file, long size, String md5, Map<ChecksumAlgorithm, String> checksums)
        implements AutoCloseable {
    private static final int BUFFER = 1 << 17;

    /** A source of bytes. */
    interface Source {
        /** Reads like {@link InputStream#read(byte[], int, int)}. */
        int read(byte[] buffer, int offset, int length) throws IOException;
    }

    /** Takes all that comes. */
    public static Incoming receive(
            BucketFolder bucket, InputStream body, OptionalLong length, Set<ChecksumAlgorithm> algorithms) {
        Digests digests = new Digests(algorithms);
        Path file = bucket.temporary();
        boolean whole = false;
        try (FileChannel channel = create(bucket, file)) {
            long size = copy(body::read, channel, length.orElse(BUFFER), digests);
            if (length.isPresent() && length.getAsLong() != size) {
                throw new StoreException(
                        Reason.INCOMPLETE_BODY,
                        "The body has " + size + " bytes, and " + length.getAsLong() + " were announced.");
            }
            whole = true;
            return new Incoming(file, size, digests.md5Hex(), digests.checksums());
        } catch (IOException e) {
            throw Failed.because("receive", file, e);
        } finally {
            if (!whole) {
                discard(file);
            }
        }
    }

    /** A temporary file, open to be written. */
    public static FileChannel create(BucketFolder bucket, Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            bucket.makeState(file.getParent());
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    /** Writes and sums up what comes; returns how much. */
    static long copy(Source source, FileChannel channel, long expected, Digests digests) throws IOException {
        if (expected >= BUFFER) {
            return copyLarge(source, channel, digests);
        }
        byte[] buffer = new byte[(int) expected + 1];
        long size = 0;
        for (int read = fill(source, buffer); read > 0; read = fill(source, buffer)) {
            digests.update(buffer, 0, read);
            write(buffer, read, channel);
            size += read;
            if (read < buffer.length) {
                break;
            }
        }
        return size;
    }

    /**
     * Sums up one buffer while that is written and the next one is filled: an MD5 takes longer than all the rest. Where no other
     * processor is free, this thread sums up itself.
     */
    private static long copyLarge(Source source, FileChannel channel, Digests digests) throws IOException {
        byte[] buffer = new byte[BUFFER];
        byte[] next = new byte[BUFFER];
        long size = 0;
        Optional<ForkJoinTask<?>> summing = Optional.empty();
        try {
            for (int read = fill(source, buffer); read > 0; read = fill(source, buffer)) {
                summing.ifPresent(ForkJoinTask::join);
                byte[] filled = buffer;
                int count = read;
                summing = Optional.of(ForkJoinPool.commonPool().submit(() -> digests.update(filled, 0, count)));
                write(filled, count, channel);
                size += count;
                buffer = next;
                next = filled;
            }
        } finally {
            summing.ifPresent(ForkJoinTask::join);
        }
        return size;
    }

    private static void write(byte[] buffer, int count, FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    public static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Failed.because("delete", file, e);
        }
    }

    public Written written(String eTag) {
        return new Written(size, eTag, md5, checksums);
    }

    @Override
    public void close() {
        discard(file);
    }

    private static int fill(Source source, byte[] buffer) throws IOException {
        int filled = 0;
        while (filled < buffer.length) {
            int read = source.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        return filled;
    }
}
