package io.laguna.emulator.edge;

/**
 * A request as Chromium sends it for a web page.
 *
 * @param line method and path
 * @param host by which the page found the endpoint
 * @param headers that tell of the page, each with its end of line
 */
record WebPage(String line, String host, String headers, String body) {
    static final String CROSS_SITE = "Sec-Fetch-Site: cross-site\r\n";
    private static final String CALL =
            "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIATESTTESTTESTTEST/20260101/us-east-1/scheduler/"
                    + "aws4_request&X-Amz-Date=20260101T000000Z&X-Amz-SignedHeaders=host&X-Amz-Signature=0";

    /** Text that is JSON as well, but for what a form adds to its end. */
    private static final String SCHEDULE = "{\"ScheduleExpression\":\"rate(1 minute)\",\"FlexibleTimeWindow\":"
            + "{\"Mode\":\"OFF\"},\"Target\":{\"Arn\":\"arn:aws:scheduler:::aws-sdk:emr:runJobFlow\",\"RoleArn\":"
            + "\"arn:aws:iam::000000000000:role/r\",\"Input\":\"bash -c id\"}}";

    /** Returns a form that a script sends, without anybody's click. */
    static WebPage form(String type) {
        return new WebPage(
                "POST /schedules/x" + CALL,
                "127.0.0.1:4566",
                "Origin: http://evil.example\r\n" + CROSS_SITE
                        + "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nUpgrade-Insecure-Requests: 1\r\n"
                        + "Accept: text/html,*/*;q=0.8\r\nContent-Type: " + type + "\r\n",
                SCHEDULE);
    }

    /** Returns a request of {@code fetch} without CORS, which a browser sends without asking first. */
    static WebPage fetch() {
        return new WebPage(
                "POST /schedules/x" + CALL,
                "127.0.0.1:4566",
                "Origin: http://evil.example\r\n" + CROSS_SITE
                        + "Sec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: empty\r\nAccept: */*\r\n"
                        + "Content-Type: text/plain;charset=UTF-8\r\n",
                SCHEDULE);
    }

    /** Returns the page of a name that now leads to this machine: to its browser the endpoint is the page's own. */
    static WebPage rebound(String line, String headers, String body) {
        return new WebPage(line, "rebound.example:4566", "Accept: */*\r\n" + headers, body);
    }

    String text() {
        return line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers
                + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body;
    }
}
