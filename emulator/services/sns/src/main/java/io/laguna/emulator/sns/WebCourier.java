package io.laguna.emulator.sns;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The way to subscribers by HTTP. An answer of 200 to 299 within fifteen seconds is a delivery; one that says the request is wrong
 * is a refusal; anything else is tried again.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html">HTTP/HTTPS endpoints</a>
 */
final class WebCourier {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int OTHER = 300;
    private static final int WRONG = 400;
    private static final int FAILED = 500;
    private static final int TOO_MANY = 429;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LONGEST)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final WebTargets targets;

    WebCourier(WebTargets targets) {
        this.targets = targets;
    }

    /** Posts a message, with the headers that tell of it. */
    void post(SubscriptionRecord subscription, Map<String, String> told, String body)
            throws IOException, Undeliverable {
        if (!targets.allow(subscription.endpoint())) {
            throw new Undeliverable(WebTargets.refusal(subscription.endpoint()), null);
        }
        Map<String, String> headers = new HashMap<>(told);
        headers.put("x-amz-sns-topic-arn", subscription.topic().address().arn());
        headers.put("Content-Type", DeliveryPolicy.of(subscription).contentType());
        headers.put("User-Agent", "Amazon Simple Notification Service Agent");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(subscription.endpoint()))
                .timeout(LONGEST)
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        int status = status(request.build());
        if (status >= WRONG && status < FAILED && status != TOO_MANY) {
            throw new Undeliverable(subscription.endpoint() + " answers " + status, null);
        }
        if (status < OK || status >= OTHER) {
            throw new IOException(subscription.endpoint() + " answers " + status);
        }
    }

    private int status(HttpRequest request) throws IOException {
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return answer.statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + request.uri() + " was called", e);
        }
    }
}
