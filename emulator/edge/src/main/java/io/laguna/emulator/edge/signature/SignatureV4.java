package io.laguna.emulator.edge.signature;

import io.laguna.emulator.edge.request.Claim;
import io.laguna.emulator.edge.request.ClaimReader;
import io.laguna.emulator.edge.request.PercentEncoding;
import io.laguna.emulator.edge.request.QueryString;
import io.laguna.emulator.edge.request.Scope;
import io.laguna.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The arithmetic of Signature Version 4.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed AWS API request</a>
 */
final class SignatureV4 {
    private SignatureV4() {}

    /** Returns the canonical request. */
    static String canonicalRequest(WireRequest request, QueryString query, Claim.Signed claim, String payloadHash) {
        String headers = claim.signedHeaders().stream()
                .map(name -> name + ":" + headerValue(request, name) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                path(request.rawPath(), claim.scope().service()),
                query.canonical(name -> !name.equals("X-Amz-Signature")),
                headers,
                String.join(";", claim.signedHeaders()),
                payloadHash);
    }

    static String stringToSign(Claim.Signed claim, String timestamp, String canonicalRequest) {
        return String.join(
                "\n",
                ClaimReader.ALGORITHM,
                timestamp,
                claim.scope().text(),
                hash(canonicalRequest.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] signingKey(String secret, Scope scope) {
        byte[] date = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), scope.date());
        byte[] region = hmac(date, scope.region());
        byte[] service = hmac(region, scope.service());
        return hmac(service, "aws4_request");
    }

    static String sign(byte[] signingKey, String stringToSign) {
        return HexFormat.of().formatHex(hmac(signingKey, stringToSign));
    }

    /** Returns the SHA-256 in hexadecimal digits. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Returns the path as it is signed. The keys of S3 are signed as they are; for other services a path is put in
     * order, and encoded once more than it was sent.
     */
    private static String path(String rawPath, String service) {
        if (service.equals("s3")) {
            return PercentEncoding.encodePath(PercentEncoding.decode(rawPath));
        }
        return PercentEncoding.encodePath(normalized(rawPath));
    }

    private static String normalized(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        String joined = "/" + String.join("/", segments);
        return path.endsWith("/") && !segments.isEmpty() ? joined + "/" : joined;
    }

    private static String headerValue(WireRequest request, String name) {
        return request.headers().getOrDefault(name, List.of()).stream()
                .map(value -> value.strip().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
