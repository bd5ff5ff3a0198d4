package io.laguna.emulator.edge.payload;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.checksums.SdkChecksum;

/**
 * The checksum that a header behind the body has, where one was announced.
 *
 * @param name the header: {@code x-amz-checksum-crc32}
 */
record TrailingChecksum(Optional<String> name, Optional<SdkChecksum> sum) {
    static TrailingChecksum announced(Optional<String> trailer) {
        Optional<String> name = trailer.map(ChecksumHeaders::normal);
        return new TrailingChecksum(
                name, name.flatMap(ChecksumHeaders::algorithm).map(ChecksumHeaders::begin));
    }

    void update(byte[] bytes, int start, int length) {
        sum.ifPresent(each -> each.update(bytes, start, length));
    }

    void check(Map<String, String> trailers) throws BodyRefusal {
        if (name.isEmpty() || sum.isEmpty()) {
            return;
        }
        String given = trailers.get(name.get());
        if (given == null) {
            throw new BodyRefusal(
                    400,
                    "MalformedTrailerError",
                    "The request contained trailing data that was not well-formed or did not"
                            + " conform to our published schema.");
        }
        ChecksumHeaders.check(name.get(), sum.get(), given);
    }

    static String base64(SdkChecksum sum) {
        return Base64.getEncoder().encodeToString(sum.getChecksumBytes());
    }
}
