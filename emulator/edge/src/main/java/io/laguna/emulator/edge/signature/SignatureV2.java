package io.laguna.emulator.edge.signature;

import io.laguna.emulator.edge.request.ClaimReader;
import io.laguna.emulator.edge.request.QueryString;
import io.laguna.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The arithmetic of S3's presigned URLs of Signature Version 2.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html">Signing and authenticating REST
 *     requests (AWS signature version 2)</a>
 */
final class SignatureV2 {
    private static final Set<String> SUBRESOURCES = Set.of(
            "acl",
            "cors",
            "delete",
            "lifecycle",
            "location",
            "logging",
            "notification",
            "partNumber",
            "policy",
            "requestPayment",
            "response-cache-control",
            "response-content-disposition",
            "response-content-encoding",
            "response-content-language",
            "response-content-type",
            "response-expires",
            "restore",
            "tagging",
            "torrent",
            "uploadId",
            "uploads",
            "versionId",
            "versioning",
            "versions",
            "website");

    private SignatureV2() {}

    /**
     * Returns the text that the signature covers.
     *
     * @param pathWithBucket as sent, with the bucket in front where the host names it
     */
    static String stringToSign(WireRequest request, QueryString query, String expires, String pathWithBucket) {
        Map<String, String> amazon = new TreeMap<>();
        request.headers().forEach((name, values) -> {
            if (name.startsWith("x-amz-")) {
                amazon.put(name, values.stream().map(String::strip).collect(Collectors.joining(",")));
            }
        });
        query.parameters().stream()
                .filter(parameter -> parameter.name().startsWith("x-amz-"))
                .forEach(parameter -> amazon.put(parameter.name(), parameter.value()));
        String headers = amazon.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                List.of(
                        request.method(),
                        either(request, query, "content-md5"),
                        either(request, query, "content-type"),
                        expires,
                        headers + pathWithBucket + subresources(query)));
    }

    static String sign(String secret, String stringToSign) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(stringToSign.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA1", e);
        }
    }

    private static String either(WireRequest request, QueryString query, String name) {
        return ClaimReader.header(request, name).or(() -> query.first(name)).orElse("");
    }

    private static String subresources(QueryString query) {
        String joined = query.parameters().stream()
                .filter(parameter -> SUBRESOURCES.contains(parameter.name()))
                .map(parameter -> parameter.name() + (parameter.value().isEmpty() ? "" : "=" + parameter.value()))
                .sorted()
                .collect(Collectors.joining("&"));
        return joined.isEmpty() ? "" : "?" + joined;
    }
}
