package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.call.Failure;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names that a new bucket can have.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Naming rules</a>
 */
final class BucketNames {
    private static final Pattern FORM =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final List<String> RESERVED_PREFIXES = List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> RESERVED_SUFFIXES =
            List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

    private BucketNames() {}

    static void check(String name) {
        boolean valid = name.length() >= 3
                && name.length() <= 63
                && FORM.matcher(name).matches()
                && !ADDRESS.matcher(name).matches()
                && RESERVED_PREFIXES.stream().noneMatch(name::startsWith)
                && RESERVED_SUFFIXES.stream().noneMatch(name::endsWith);
        if (!valid) {
            throw Failure.INVALID_BUCKET_NAME.exception(
                    Failure.INVALID_BUCKET_NAME.message(), Map.of("BucketName", name));
        }
    }
}
