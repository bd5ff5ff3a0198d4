package io.laguna.emulator.edge.payload;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.checksums.DefaultChecksumAlgorithm;
import software.amazon.awssdk.checksums.SdkChecksum;
import software.amazon.awssdk.checksums.spi.ChecksumAlgorithm;

/**
 * The headers that say what a body's checksum is.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">Checking object
 *     integrity</a>
 */
final class ChecksumHeaders {
    private static final Map<String, ChecksumAlgorithm> ALGORITHMS = Map.of(
            "x-amz-checksum-crc32", DefaultChecksumAlgorithm.CRC32,
            "x-amz-checksum-crc32c", DefaultChecksumAlgorithm.CRC32C,
            "x-amz-checksum-crc64nvme", DefaultChecksumAlgorithm.CRC64NVME,
            "x-amz-checksum-sha1", DefaultChecksumAlgorithm.SHA1,
            "x-amz-checksum-sha256", DefaultChecksumAlgorithm.SHA256);

    private ChecksumHeaders() {}

    static String normal(String header) {
        return header.strip().toLowerCase(Locale.ROOT);
    }

    static Optional<ChecksumAlgorithm> algorithm(String header) {
        return Optional.ofNullable(ALGORITHMS.get(header));
    }

    /** Begins to sum up. */
    static SdkChecksum begin(ChecksumAlgorithm algorithm) {
        return algorithm.equals(DefaultChecksumAlgorithm.CRC64NVME)
                ? new Crc64NvmeChecksum()
                : SdkChecksum.forAlgorithm(algorithm);
    }

    /** Checks a body that has arrived whole by all that its headers say of it. */
    static void check(Map<String, List<String>> headers, byte[] body, Predicate<String> about) throws BodyRefusal {
        for (String value : headers.getOrDefault("content-md5", List.of())) {
            checkMd5(value, body);
        }
        for (Map.Entry<String, ChecksumAlgorithm> each : ALGORITHMS.entrySet()) {
            List<String> values =
                    about.test(each.getKey()) ? headers.getOrDefault(each.getKey(), List.of()) : List.of();
            for (String value : values) {
                SdkChecksum sum = begin(each.getValue());
                sum.update(body, 0, body.length);
                check(each.getKey(), sum, value);
            }
        }
    }

    static void check(String header, SdkChecksum sum, String given) throws BodyRefusal {
        if (!TrailingChecksum.base64(sum).equals(given)) {
            String algorithm = header.substring("x-amz-checksum-".length()).toUpperCase(Locale.ROOT);
            throw new BodyRefusal(
                    400, "BadDigest", "The " + algorithm + " you specified did not match the calculated checksum.");
        }
    }

    private static void checkMd5(String given, byte[] body) throws BodyRefusal {
        SdkChecksum md5 = SdkChecksum.forAlgorithm(DefaultChecksumAlgorithm.MD5);
        md5.update(body, 0, body.length);
        byte[] digest;
        try {
            digest = Base64.getDecoder().decode(given);
        } catch (IllegalArgumentException e) {
            throw new BodyRefusal(400, "InvalidDigest", "The Content-MD5 you specified is not valid.");
        }
        if (digest.length != md5.getChecksumBytes().length) {
            throw new BodyRefusal(400, "InvalidDigest", "The Content-MD5 you specified is not valid.");
        }
        if (!Arrays.equals(digest, md5.getChecksumBytes())) {
            throw new BodyRefusal(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
        }
    }
}
