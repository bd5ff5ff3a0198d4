package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.Failure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Tags of objects and buckets, and their rules.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Categorizing your objects with
 *     tags</a>
 */
public final class Tags {
    public static final int MOST_OF_OBJECT = 10;
    static final int MOST_OF_BUCKET = 50;

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;
    private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private Tags() {}

    /** {@code team=lake&stage=raw%20zone}. */
    public static Map<String, String> ofHeader(Optional<String> header) {
        Map<String, String> tags = new TreeMap<>();
        for (String pair : header.orElse("").split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = decode(equals < 0 ? pair : pair.substring(0, equals), header);
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1), header);
                if (tags.putIfAbsent(key, value) != null) {
                    throw wrong(header);
                }
            }
        }
        check(tags, MOST_OF_OBJECT);
        return tags;
    }

    public static Map<String, String> of(List<Tag> list, int most) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Tag tag : list) {
            String key = Optional.ofNullable(tag.key()).orElse("");
            if (tags.putIfAbsent(key, Optional.ofNullable(tag.value()).orElse("")) != null) {
                throw Failure.INVALID_TAG.exception("Cannot provide multiple Tags with the same key");
            }
        }
        check(tags, most);
        return tags;
    }

    public static List<Tag> list(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static void check(Map<String, String> tags, int most) {
        if (tags.size() > most) {
            String what = most == MOST_OF_OBJECT ? "Object" : "Bucket";
            throw Failure.BAD_REQUEST.exception(what + " tags cannot be greater than " + most);
        }
        tags.forEach((key, value) -> {
            if (key.isEmpty()
                    || key.length() > LONGEST_KEY
                    || !CHARACTERS.matcher(key).matches()) {
                throw Failure.INVALID_TAG.exception("The TagKey you have provided is invalid", Map.of("TagKey", key));
            }
            if (value.length() > LONGEST_VALUE || !CHARACTERS.matcher(value).matches()) {
                throw Failure.INVALID_TAG.exception("The TagValue you have provided is invalid", Map.of("TagKey", key));
            }
            if (key.startsWith("aws:")) {
                throw Failure.INVALID_TAG.exception("System tags cannot be added/updated by requester");
            }
        });
    }

    private static String decode(String text, Optional<String> header) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong(header);
        }
    }

    private static AwsServiceException wrong(Optional<String> header) {
        return Arguments.invalid(
                "x-amz-tagging",
                header.orElse(""),
                "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name"
                        + " duplicates.");
    }
}
