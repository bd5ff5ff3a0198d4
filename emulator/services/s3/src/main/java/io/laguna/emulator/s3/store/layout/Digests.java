package io.laguna.emulator.s3.store.layout;

import io.laguna.emulator.kit.checksum.Crc64Nvme;
import io.laguna.emulator.kit.checksum.CrcPolynomial;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The MD5 of bytes that come one after the other, and other sums beside it. */
public final class Digests {
    private final MessageDigest md5 = md5();
    private final Map<ChecksumAlgorithm, Sum> sums = new EnumMap<>(ChecksumAlgorithm.class);

    /** A sum in the making. */
    public interface Sum {
        void update(byte[] bytes, int offset, int length);

        byte[] value();
    }

    Digests(Set<ChecksumAlgorithm> algorithms) {
        algorithms.forEach(algorithm -> sums.put(algorithm, sum(algorithm)));
    }

    void update(byte[] bytes, int offset, int length) {
        md5.update(bytes, offset, length);
        sums.values().forEach(sum -> sum.update(bytes, offset, length));
    }

    String md5Hex() {
        return hex(md5.digest());
    }

    /** Returns the sums beside the MD5, in Base64. */
    Map<ChecksumAlgorithm, String> checksums() {
        Map<ChecksumAlgorithm, String> values = new EnumMap<>(ChecksumAlgorithm.class);
        sums.forEach(
                (algorithm, sum) -> values.put(algorithm, Base64.getEncoder().encodeToString(sum.value())));
        return values;
    }

    public static Sum sum(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case CRC32 -> new Crc(new CRC32(), Integer.BYTES);
            case CRC32C -> new Crc(new CRC32C(), Integer.BYTES);
            case CRC64NVME -> new Crc(new Crc64Nvme(), Long.BYTES);
            case SHA1 -> new Hash(digest("SHA-1"));
            case SHA256 -> new Hash(digest("SHA-256"));
        };
    }

    /** Returns the polynomial by which the sum of a whole is known from those of its pieces. */
    public static CrcPolynomial polynomial(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case CRC32 -> CrcPolynomial.CRC32;
            case CRC32C -> CrcPolynomial.CRC32C;
            case CRC64NVME -> CrcPolynomial.CRC64NVME;
            case SHA1, SHA256 -> throw new IllegalArgumentException(
                    algorithm + " of parts says nothing of " + algorithm + " of the whole");
        };
    }

    public static MessageDigest md5() {
        return digest("MD5");
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + name, e);
        }
    }

    private record Crc(Checksum checksum, int length) implements Sum {
        @Override
        public void update(byte[] bytes, int offset, int length) {
            checksum.update(bytes, offset, length);
        }

        @Override
        public byte[] value() {
            byte[] value =
                    ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).array();
            return Arrays.copyOfRange(value, Long.BYTES - length, Long.BYTES);
        }
    }

    private record Hash(MessageDigest digest) implements Sum {
        @Override
        public void update(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }

        @Override
        public byte[] value() {
            return digest.digest();
        }
    }
}
