package io.laguna.tests.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** The ways to damage a message. */
enum Damage {
    NOTHING((message, random) -> {}),
    CUT_BODY((message, random) -> message.body =
            Arrays.copyOf(message.body, message.body.length == 0 ? 0 : random.nextInt(message.body.length))),
    FLIPPED_BYTES((message, random) -> {
        for (int i = 0; i < 3 && message.body.length > 0; i++) {
            message.body[random.nextInt(message.body.length)] = (byte) random.nextInt(256);
        }
    }),
    NO_UTF8((message, random) ->
            message.body = "{\"Name\":\"\u00ff\u00fe\u00c0\u0080\"}".getBytes(StandardCharsets.ISO_8859_1)),
    OTHER_BODY((message, random) -> message.body = utf8(pick(
            random,
            "",
            " ",
            "null",
            "[]",
            "\"a\"",
            "42",
            "{",
            "{}{}",
            "{\"a\":1}]",
            "\uFEFF{}",
            "<a/>",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "<a><b></a></b>",
            "a=b&a=c&&=&%zz=%",
            "Action=&Version=",
            "Action=GetCallerIdentity&Version=1999-01-01"))),
    DEEP_BODY((message, random) -> message.body = utf8(pick(
            random,
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000),
            "<a>".repeat(50_000),
            "{\"Name\":" + "[".repeat(499) + "]".repeat(499) + "}",
            "Action=AssumeRole&Version=2011-06-15&Tags" + ".member.1".repeat(5_000) + "=a"))),
    LONGER_THAN_SENT((message, random) -> {
        message.header("Content-Length", Integer.toString(message.body.length + 1 + random.nextInt(1_000)));
        message.framed = message.body;
    }),
    SHORTER_THAN_SENT((message, random) -> {
        message.header("Content-Length", Integer.toString(message.body.length / 2));
        message.framed = message.body;
    }),
    ODD_LENGTH((message, random) -> {
        message.header("Content-Length", pick(random, "-1", "x", "99999999999999999999", "1, 2", "", "0x10"));
        message.framed = message.body;
    }),
    CHUNKS((message, random) -> chunked(message, "%x\r\n".formatted(message.body.length), "\r\n0\r\n\r\n")),
    BROKEN_CHUNKS((message, random) -> chunked(
            message,
            pick(
                    random,
                    "zz\r\n",
                    "-1\r\n",
                    "ffffffffffffffff\r\n",
                    "7fffffff\r\n",
                    "\r\n",
                    "%x".formatted(message.body.length)),
            pick(random, "\r\n0\r\n\r\n", "", "\r\n", "0\r\n", "\r\nx: y\r\n\r\n"))),
    CHUNKS_AND_LENGTH((message, random) -> {
        message.header("Content-Length", "3");
        chunked(message, "%x\r\n".formatted(message.body.length), "\r\n0\r\n\r\n");
    }),
    AMAZON_CHUNKS((message, random) -> {
        message.header(
                "x-amz-content-sha256",
                pick(
                        random,
                        "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
                        "STREAMING-",
                        "UNSIGNED-PAYLOAD",
                        "0"));
        message.header("Content-Encoding", "aws-chunked");
        message.header("x-amz-decoded-content-length", pick(random, "3", "-1", "x", "99999999999999999999", "0"));
        message.header("x-amz-trailer", pick(random, "x-amz-checksum-crc32", "x-amz-checksum-none", ""));
        message.body = utf8(pick(
                random,
                "3\r\nabc\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n",
                "3\r\nab",
                "zz;chunk-signature=0\r\nabc\r\n",
                "3;chunk-signature=0\r\nabc\r\n0;chunk-signature=0\r\n\r\n",
                "ffffffffffff\r\n",
                "0\r\n"));
    }),
    NO_GZIP((message, random) -> message.header("Content-Encoding", pick(random, "gzip", "br", "gzip, gzip", ""))),
    CONTINUE((message, random) -> message.header("Expect", "100-continue")),
    OTHER_TARGET((message, random) -> {
        message.without("X-Amz-Target");
        message.header(
                "X-Amz-Target",
                pick(
                        random,
                        "",
                        ".",
                        "AWSGlue",
                        "AWSGlue.",
                        "AWSGlue.GetNothing",
                        "Nothing.GetTable",
                        "AWSGlue.\u00e9",
                        "x".repeat(9_000)));
    }),
    OTHER_TYPE((message, random) -> {
        message.without("Content-Type");
        message.header(
                "Content-Type",
                pick(
                        random,
                        "text/plain",
                        "",
                        "application/json; charset=utf-16",
                        "multipart/form-data",
                        "multipart/form-data; boundary=",
                        "\u00ff/x"));
    }),
    OTHER_METHOD((message, random) ->
            message.method = pick(random, "GET", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "TRACE", "BREW", "post")),
    OTHER_PATH((message, random) -> message.target = pick(
            random,
            "/%",
            "/%zz",
            "/%00",
            "//",
            "/../../etc/passwd",
            "/hostile/%2e%2e/%2e%2e/x",
            "/hostile//a//",
            "/hostile/%ff%fe",
            "/hostile/\u00e9",
            "/hostile?&&==&%&%zz=%",
            "/hostile?uploads&versioning&policy",
            "/hostile?list-type=2&max-keys=-1&continuation-token=%00",
            "/hostile?versions&max-keys=99999999999999999999",
            "/hostile?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=0",
            "/hostile/key?AWSAccessKeyId=a&Signature=b&Expires=x",
            "/hostile/key?partNumber=x&uploadId=",
            "/_laguna/%00",
            "*",
            "http://localhost/hostile",
            "/" + "x".repeat(20_000),
            "/hostile/" + "a/".repeat(600))),
    OTHER_AUTHORIZATION((message, random) -> {
        message.without("Authorization");
        message.header(
                "Authorization",
                pick(
                        random,
                        "",
                        "Basic YTpi",
                        "AWS",
                        "AWS a",
                        "AWS a:b",
                        "AWS4-HMAC-SHA256",
                        "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=, Signature=",
                        "AWS4-HMAC-SHA256 Credential=///glue/aws4_request, SignedHeaders=host, Signature=0",
                        "AWS4-HMAC-SHA256 Credential=t/2/\u00e9/nothing/aws4_request, SignedHeaders=host, Signature=0",
                        "AWS4-HMAC-SHA256 Credential=t/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0"));
    }),
    NO_AUTHORIZATION((message, random) -> message.without("Authorization")),
    ODD_HEADERS((message, random) -> message.headers.add(pick(
            random,
            "Range: bytes=8-3",
            "Range: bytes=-",
            "Range: bytes=99999999999999999999-",
            "If-Modified-Since: yesterday",
            "If-Match: \"",
            "x-amz-copy-source: %zz",
            "x-amz-copy-source: /",
            "x-amz-tagging: a=b&a=b&%",
            "Content-MD5: x",
            "x-amz-checksum-crc32: x",
            "x-amz-sdk-checksum-algorithm: NONE",
            "x-amz-date: tomorrow",
            "x-amz-security-token: a.b.c",
            "x-amz-meta-\u00e9: \u00e9",
            "no colon at all",
            ": no name",
            " folded: line",
            "Cookie: " + "x".repeat(40_000),
            "Host: a b",
            "Host: evil.example",
            "Origin: null",
            "Sec-Fetch-Site: cross-site",
            "Accept-Encoding: \u00ff"))),
    NO_HOST((message, random) -> message.without("Host"));

    @SuppressWarnings("ImmutableEnumChecker") // The lambdas capture nothing.
    private final BiConsumer<HostileMessage, Random> work;

    Damage(BiConsumer<HostileMessage, Random> work) {
        this.work = work;
    }

    /** Returns a way to damage a message; half of all messages stay as they are. */
    static Damage next(Random random) {
        return random.nextBoolean() ? NOTHING : values()[random.nextInt(values().length)];
    }

    void damage(HostileMessage message, Random random) {
        work.accept(message, random);
    }

    private static void chunked(HostileMessage message, String before, String after) {
        message.header("Transfer-Encoding", "chunked");
        byte[] begin = utf8(before);
        byte[] end = utf8(after);
        byte[] framed = Arrays.copyOf(begin, begin.length + message.body.length + end.length);
        System.arraycopy(message.body, 0, framed, begin.length, message.body.length);
        System.arraycopy(end, 0, framed, begin.length + message.body.length, end.length);
        message.framed = framed;
    }

    private static String pick(Random random, String... texts) {
        return List.of(texts).get(random.nextInt(texts.length));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
