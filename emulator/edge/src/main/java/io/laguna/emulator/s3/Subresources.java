package io.laguna.emulator.s3;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;

/**
 * The parts of buckets and objects that a URL can name without a value, such as {@code ?acl}.
 *
 * <p>S3Proxy takes no notice of those that it does not know: to it, deleting a bucket's {@code ?intelligent-tiering} is
 * deleting the bucket.
 */
final class Subresources {
    private static final Set<String> KNOWN =
            Set.of("acl", "attributes", "delete", "location", "policy", "uploads", "versioning", "versions");

    /** The parameters that may be empty, and mean nothing then. */
    private static final Set<String> PARAMETERS = Set.of(
            "continuation-token",
            "delimiter",
            "encoding-type",
            "key-marker",
            "marker",
            "prefix",
            "start-after",
            "upload-id-marker",
            "version-id-marker",
            "versionId",
            "x-id",
            "X-Amz-Security-Token");

    private Subresources() {}

    /** Refuses a request for an operation that is not built. */
    static void check(HttpServletRequest request) {
        Optional<String> unknown = Stream.of(
                        Optional.ofNullable(request.getQueryString()).orElse("").split("&", -1))
                .map(parameter -> parameter.endsWith("=") ? parameter.substring(0, parameter.length() - 1) : parameter)
                .filter(name -> !name.isEmpty() && name.indexOf('=') < 0)
                .filter(name -> !KNOWN.contains(name) && !PARAMETERS.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            throw new S3ProxyException(
                    S3ErrorCode.NOT_IMPLEMENTED,
                    "not implemented by Laguna: s3, " + request.getMethod() + " ?" + unknown.get());
        }
    }
}
