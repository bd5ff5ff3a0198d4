package io.laguna.emulator.s3.store.layout;

import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.ChecksumType;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Copies of objects' bytes. The system copies them, unless a sum over them is not known yet. */
public final class Copies {
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

    /** Copies all of an object. */
    public Incoming copy(BucketFolder bucket, OpenObject source, Set<ChecksumAlgorithm> wanted) {
        Set<ChecksumAlgorithm> asked = wanted.isEmpty() ? algorithms(source.object()) : wanted;
        Map<ChecksumAlgorithm, String> known = new EnumMap<>(ChecksumAlgorithm.class);
        source.object().checksums().stream()
                .filter(sum -> sum.type() == ChecksumType.FULL_OBJECT)
                .filter(sum -> asked.contains(sum.algorithm()))
                .forEach(sum -> known.put(sum.algorithm(), sum.value()));
        Set<ChecksumAlgorithm> missing = EnumSet.noneOf(ChecksumAlgorithm.class);
        asked.stream().filter(algorithm -> !known.containsKey(algorithm)).forEach(missing::add);
        String eTag = source.object().eTag();
        if (!missing.isEmpty() || !MD5.matcher(eTag).matches()) {
            Incoming copy = copy(bucket, source, 0, source.object().size(), missing);
            known.putAll(copy.checksums());
            return new Incoming(copy.file(), copy.size(), copy.md5(), known);
        }
        Path file = bucket.temporary();
        try (FileChannel target = Incoming.create(bucket, file)) {
            transfer(source.bytes(), source.object().size(), target);
            return new Incoming(file, source.object().size(), eTag, known);
        } catch (IOException e) {
            Incoming.discard(file);
            throw Failed.because("copy to", file, e);
        }
    }

    private static Set<ChecksumAlgorithm> algorithms(StoredObject source) {
        Set<ChecksumAlgorithm> algorithms = EnumSet.noneOf(ChecksumAlgorithm.class);
        source.checksums().forEach(sum -> algorithms.add(sum.algorithm()));
        return algorithms.isEmpty() ? Set.of(ChecksumAlgorithm.USUAL) : algorithms;
    }

    /** Copies a range, and sums it up. */
    public Incoming copy(
            BucketFolder bucket, OpenObject source, long offset, long length, Set<ChecksumAlgorithm> asked) {
        Path file = bucket.temporary();
        Digests digests = new Digests(asked);
        try (FileChannel target = Incoming.create(bucket, file)) {
            long size = Incoming.copy(range(source.bytes(), offset, length), target, length, digests);
            return new Incoming(file, size, digests.md5Hex(), digests.checksums());
        } catch (IOException e) {
            Incoming.discard(file);
            throw Failed.because("copy to", file, e);
        }
    }

    /** Bytes of a file, by position. */
    static Incoming.Source range(FileChannel bytes, long offset, long length) {
        long[] at = {offset};
        return (buffer, from, wanted) -> {
            int most = (int) Math.min(wanted, offset + length - at[0]);
            int read = most == 0 ? -1 : bytes.read(ByteBuffer.wrap(buffer, from, most), at[0]);
            at[0] += Math.max(read, 0);
            return read;
        };
    }

    /** Appends the first bytes of a file to another. */
    public static void transfer(FileChannel from, long size, FileChannel target) throws IOException {
        long done = 0;
        while (done < size) {
            long moved = from.transferTo(done, size - done, target);
            if (moved == 0) {
                throw new IOException("The file ends at " + done + ", before " + size);
            }
            done += moved;
        }
    }
}
