package io.laguna.emulator.s3.store.upload;

import io.laguna.emulator.kit.checksum.CrcPolynomial;
import io.laguna.emulator.s3.store.layout.BucketFolder;
import io.laguna.emulator.s3.store.layout.Copies;
import io.laguna.emulator.s3.store.layout.Digests;
import io.laguna.emulator.s3.store.layout.Failed;
import io.laguna.emulator.s3.store.layout.Incoming;
import io.laguna.emulator.s3.store.object.Checksum;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.ObjectPart;
import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoreException.Reason;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object in the making, of an upload's parts. */
final class Assembly {
    private final BucketFolder bucket;
    private final Upload upload;
    private final List<UploadFolder.Part> parts;

    private Assembly(BucketFolder bucket, Upload upload, List<UploadFolder.Part> parts) {
        this.bucket = bucket;
        this.upload = upload;
        this.parts = parts;
    }

    /**
     * Finds the parts of which an upload's object is to be made.
     *
     * @throws StoreException when the parts that are named are not those that are there
     */
    static Assembly of(BucketFolder bucket, UploadFolder folder, Upload upload, List<NamedPart> named, long smallest) {
        if (named.isEmpty()) {
            throw new StoreException(Reason.INVALID_PART, "An upload is completed with one part at least.");
        }
        List<UploadFolder.Part> parts = new ArrayList<>();
        for (int at = 0; at < named.size(); at++) {
            NamedPart name = named.get(at);
            if (at > 0 && named.get(at - 1).number() >= name.number()) {
                throw new StoreException(Reason.INVALID_PART_ORDER, "The parts are not in the order of their numbers.");
            }
            UploadFolder.Part part = folder.part(name.number())
                    .filter(found -> isNamed(found.part(), name))
                    .orElseThrow(() -> new StoreException(
                            Reason.INVALID_PART,
                            "Part " + name.number() + " has not come, or it has another ETag or checksum."));
            if (at < named.size() - 1 && part.part().size() < smallest) {
                throw new StoreException(
                        Reason.PART_TOO_SMALL,
                        "Part " + name.number() + " has " + part.part().size() + " bytes, fewer than " + smallest
                                + ".");
            }
            parts.add(part);
        }
        return new Assembly(bucket, upload, parts);
    }

    /** Puts the bytes together; the caller takes the file, or closes it. */
    Incoming bytes() {
        Path file = bucket.temporary();
        try {
            Map<ChecksumAlgorithm, String> checksums = write(file);
            return new Incoming(file, size(), md5(), checksums);
        } catch (IOException e) {
            Incoming.discard(file);
            throw Failed.because("put together", file, e);
        }
    }

    String eTag() {
        return md5() + "-" + parts.size();
    }

    List<Checksum> checksums(Incoming bytes) {
        return bytes.checksums().entrySet().stream()
                .map(sum -> new Checksum(sum.getKey(), upload.begun().checksumType(), sum.getValue()))
                .toList();
    }

    List<ObjectPart> objectParts() {
        return parts.stream()
                .map(UploadFolder.Part::part)
                .map(part -> new ObjectPart(part.number(), part.size(), part.told()))
                .toList();
    }

    private Map<ChecksumAlgorithm, String> write(Path file) throws IOException {
        if (parts.size() > 1 || !link(parts.get(0).file(), file)) {
            append(file);
        }
        ChecksumAlgorithm algorithm = upload.begun().algorithm();
        return Map.of(
                algorithm,
                switch (upload.begun().checksumType()) {
                    case FULL_OBJECT -> fullObject(algorithm);
                    case COMPOSITE -> composite(algorithm);
                });
    }

    private void append(Path file) throws IOException {
        try (FileChannel target = Incoming.create(bucket, file)) {
            for (UploadFolder.Part part : parts) {
                try (FileChannel source = FileChannel.open(part.file(), StandardOpenOption.READ)) {
                    Copies.transfer(source, part.part().size(), target);
                }
            }
        }
    }

    /**
     * Lets the only part's bytes be the object's without a copy. Nobody writes to the file of a part, and the upload goes when
     * the object is there. A part that has another name is the object already, of a process that died before the upload went:
     * that object must not change. Returns false then, and where the file system has no hard links.
     */
    private boolean link(Path part, Path file) throws IOException {
        try {
            if (!Files.getAttribute(part, "unix:nlink").equals(1)) {
                return false;
            }
            bucket.makeState(file.getParent());
            Files.createLink(file, part);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return true;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Incoming.discard(file);
            return false;
        }
    }

    private String fullObject(ChecksumAlgorithm algorithm) throws IOException {
        CrcPolynomial polynomial = Digests.polynomial(algorithm);
        long whole = 0;
        int bytes = 0;
        for (UploadFolder.Part part : parts) {
            byte[] sum = sum(part, algorithm);
            bytes = sum.length;
            whole = polynomial.combine(
                    whole, new BigInteger(1, sum).longValue(), part.part().size());
        }
        byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(whole).array();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(value, Long.BYTES - bytes, Long.BYTES));
    }

    private String composite(ChecksumAlgorithm algorithm) throws IOException {
        Digests.Sum sum = Digests.sum(algorithm);
        for (UploadFolder.Part part : parts) {
            byte[] bytes = sum(part, algorithm);
            sum.update(bytes, 0, bytes.length);
        }
        return Base64.getEncoder().encodeToString(sum.value()) + "-" + parts.size();
    }

    /** The checksum of a part, which is read where it came before its upload's checksum was kept. */
    private static byte[] sum(UploadFolder.Part part, ChecksumAlgorithm algorithm) throws IOException {
        Optional<byte[]> known = part.part().checksums().stream()
                .filter(checksum -> checksum.algorithm() == algorithm)
                .findFirst()
                .map(checksum -> Base64.getDecoder().decode(checksum.value()));
        if (known.isPresent()) {
            return known.get();
        }
        Digests.Sum sum = Digests.sum(algorithm);
        byte[] buffer = new byte[1 << 17];
        try (var bytes = Files.newInputStream(part.file())) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return sum.value();
    }

    private long size() {
        return parts.stream().mapToLong(part -> part.part().size()).sum();
    }

    private String md5() {
        var digest = Digests.md5();
        parts.forEach(part -> digest.update(HexFormat.of().parseHex(part.part().eTag())));
        return Digests.hex(digest.digest());
    }

    private static boolean isNamed(UploadedPart part, NamedPart name) {
        return part.eTag().equals(name.eTag())
                && name.checksums().stream().allMatch(wanted -> part.checksums().stream()
                        .filter(sum -> sum.algorithm() == wanted.algorithm())
                        .allMatch(sum -> sum.value().equals(wanted.value())));
    }
}
