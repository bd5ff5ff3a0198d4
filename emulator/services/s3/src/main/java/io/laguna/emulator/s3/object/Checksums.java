package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.store.object.Checksum;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.ChecksumType;
import io.laguna.emulator.s3.store.object.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The checksums that a request states for its body.
 *
 * @param md5 in hexadecimal digits
 * @param values in Base64
 * @param asked to be computed, whether a value is given or not
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">Checking object
 *     integrity</a>
 */
public record Checksums(Optional<String> md5, Map<ChecksumAlgorithm, String> values, Set<ChecksumAlgorithm> asked) {
    private static final int MD5_BYTES = 16;

    public static Checksums of(SdkPojo request) {
        Map<ChecksumAlgorithm, String> values = values(request);
        if (values.size() > 1) {
            throw Failure.INVALID_REQUEST.exception(
                    "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }
        values.forEach(Checksums::checkForm);
        Set<ChecksumAlgorithm> asked = EnumSet.noneOf(ChecksumAlgorithm.class);
        asked.addAll(values.keySet());
        algorithm(request).ifPresent(asked::add);
        return new Checksums(Members.text(request, "ContentMD5").map(Checksums::hexadecimal), values, asked);
    }

    /** The members {@code ChecksumSHA256} and its like. */
    static Map<ChecksumAlgorithm, String> values(SdkPojo request) {
        Map<ChecksumAlgorithm, String> values = new EnumMap<>(ChecksumAlgorithm.class);
        for (ChecksumAlgorithm each : ChecksumAlgorithm.values()) {
            Members.text(request, "Checksum" + each.name()).ifPresent(value -> values.put(each, value));
        }
        return values;
    }

    public static Optional<ChecksumAlgorithm> algorithm(SdkPojo request) {
        return Members.text(request, "ChecksumAlgorithm").map(name -> Arrays.stream(ChecksumAlgorithm.values())
                .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Failure.INVALID_REQUEST.exception(
                        "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32,"
                                + " CRC32C, CRC64NVME, SHA1, SHA256]")));
    }

    private static void checkForm(ChecksumAlgorithm algorithm, String value) {
        int dash = value.lastIndexOf('-');
        int bytes = length(dash < 0 ? value : value.substring(0, dash));
        if (bytes != size(algorithm)) {
            throw Failure.INVALID_REQUEST.exception(
                    "Value for x-amz-checksum-" + algorithm.name().toLowerCase(Locale.ROOT) + " header is invalid.");
        }
    }

    private static int length(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    private static int size(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case CRC32, CRC32C -> 4;
            case CRC64NVME -> 8;
            case SHA1 -> 20;
            case SHA256 -> 32;
        };
    }

    private static String hexadecimal(String md5) {
        try {
            byte[] digest = Base64.getDecoder().decode(md5);
            if (digest.length == MD5_BYTES) {
                return HexFormat.of().formatHex(digest);
            }
        } catch (IllegalArgumentException e) {
            throw Failure.INVALID_DIGEST.exception();
        }
        throw Failure.INVALID_DIGEST.exception();
    }

    /** Refuses a body that is another one. */
    public void check(Written written) {
        if (md5.isPresent() && !md5.get().equals(written.md5())) {
            throw Failure.BAD_DIGEST.exception();
        }
        values.forEach((algorithm, value) -> {
            if (!value.equals(written.checksums().get(algorithm))) {
                throw Failure.BAD_DIGEST.exception(
                        "The " + algorithm + " you specified did not match the calculated checksum.");
            }
        });
    }

    /** The checksums in a shape of any kind, as the store has them. */
    public static List<Checksum> listed(SdkPojo shape, ChecksumType type) {
        List<Checksum> listed = new ArrayList<>();
        values(shape).forEach((algorithm, value) -> listed.add(new Checksum(algorithm, type, value)));
        return listed;
    }

    /** Tells them in an answer. */
    public static void tell(List<Checksum> checksums, SdkPojo builder) {
        for (Checksum each : checksums) {
            Members.set(builder, "Checksum" + each.algorithm().name(), each.value());
            Members.set(builder, "ChecksumType", each.type().name());
        }
    }
}
