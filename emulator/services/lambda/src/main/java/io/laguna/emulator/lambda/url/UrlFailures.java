package io.laguna.emulator.lambda.url;

import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The answers to requests that no function answers. */
public enum UrlFailures {
    FORBIDDEN(
            403,
            "AccessDeniedException",
            "{\"Message\":\"Forbidden. For troubleshooting Function URL authorization issues, see:"
                    + " https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html\"}"),
    NOT_FOUND(404, "ResourceNotFoundException", "{\"Message\":\"Not Found\"}"),
    TOO_LARGE(
            413,
            "RequestEntityTooLargeException",
            "{\"Message\":\"Request must be smaller than 6291456 bytes for the InvokeFunction operation\"}"),
    THROTTLED(429, "TooManyRequestsException", "{\"Message\":\"Rate Exceeded.\"}"),
    FAILED(502, "InternalServerErrorException", "Internal Server Error");

    private final int status;
    private final String type;
    private final String body;

    UrlFailures(int status, String type, String body) {
        this.status = status;
        this.type = type;
        this.body = body;
    }

    public ProxyReply reply() {
        String content = body.startsWith("{") ? "application/json" : "text/plain";
        return new ProxyReply(
                status,
                List.of(new ProxyHeader("Content-Type", content), new ProxyHeader("x-amzn-ErrorType", type)),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
