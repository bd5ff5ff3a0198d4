package io.laguna.emulator.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The policy of deliveries by HTTP: how often and when a subscriber that does not answer is tried again, and what is told to it.
 * A policy of a subscription stands over that of its topic.
 *
 * @param throttle the most messages a second
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html">Message delivery retries</a>
 */
record DeliveryPolicy(ObjectNode retries, Optional<Integer> throttle, String contentType, boolean overridden) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAIN = "text/plain; charset=UTF-8";
    private static final String CONTENT_TYPE = "headerContentType";
    private static final int LONGEST = 3600;
    private static final int MOST = 100;
    private static final String DEFAULT =
            "{\"minDelayTarget\":20,\"maxDelayTarget\":20,\"numRetries\":3,\"numMaxDelayRetries\":0,"
                    + "\"numNoDelayRetries\":0,\"numMinDelayRetries\":0,\"backoffFunction\":\"linear\"}";

    static DeliveryPolicy ofTopic(TopicRecord topic) {
        JsonNode http = read(topic.attributes().getOrDefault(TopicSetting.DELIVERY.word(), "{}"))
                .path("http");
        return of(http, "default", !http.path("disableSubscriptionOverrides").asBoolean());
    }

    static DeliveryPolicy of(SubscriptionRecord subscription) {
        DeliveryPolicy topic = ofTopic(subscription.topic());
        String own = subscription.attributes().getOrDefault(SubscriptionSetting.DELIVERY.word(), "");
        return own.isEmpty() || !topic.overridden ? topic : of(read(own), "", true);
    }

    private static DeliveryPolicy of(JsonNode policy, String prefix, boolean overridden) {
        ObjectNode retries = read(DEFAULT);
        retries.setAll(
                policy.path(name(prefix, "healthyRetryPolicy")) instanceof ObjectNode given ? given : read("{}"));
        JsonNode most = policy.path(name(prefix, "throttlePolicy")).path("maxReceivesPerSecond");
        return new DeliveryPolicy(
                retries,
                most.isInt() ? Optional.of(most.asInt()) : Optional.empty(),
                policy.path(name(prefix, "requestPolicy")).path(CONTENT_TYPE).asText(PLAIN),
                overridden);
    }

    private static String name(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Checks a policy as it comes with a request, of a topic or of a subscription. */
    static void check(String text) {
        if (text.isEmpty()) {
            return;
        }
        ObjectNode policy = read(text);
        DeliveryPolicy meant = policy.has("http") ? of(policy.path("http"), "default", true) : of(policy, "", true);
        int least = meant.number("minDelayTarget");
        int most = meant.number("maxDelayTarget");
        if (least < 1 || most < least || most > LONGEST) {
            throw Failures.parameter("DeliveryPolicy: healthyRetryPolicy.minDelayTarget must be at least 1, and at most"
                    + " healthyRetryPolicy.maxDelayTarget, which is at most 3600");
        }
        int phases = meant.number("numNoDelayRetries")
                + meant.number("numMinDelayRetries")
                + meant.number("numMaxDelayRetries");
        if (meant.number("numRetries") < 0
                || meant.number("numRetries") > MOST
                || phases > meant.number("numRetries")) {
            throw Failures.parameter(
                    "DeliveryPolicy: healthyRetryPolicy.numRetries must be between 0 and 100, and at least"
                            + " the retries of its phases");
        }
        if (!List.of("linear", "arithmetic", "geometric", "exponential").contains(meant.backoff())) {
            throw Failures.parameter("DeliveryPolicy: healthyRetryPolicy.backoffFunction is none of linear, arithmetic,"
                    + " geometric, exponential");
        }
        if (meant.throttle.filter(rate -> rate < 1).isPresent()) {
            throw Failures.parameter("DeliveryPolicy: throttlePolicy.maxReceivesPerSecond must be at least 1");
        }
    }

    private int number(String name) {
        return retries.path(name).asInt();
    }

    private String backoff() {
        return retries.path("backoffFunction").asText();
    }

    /** Returns the pause before a retry, of which the first is 0; empty when there is none any more. */
    Optional<Duration> pause(int retry) {
        int all = number("numRetries");
        int atOnce = number("numNoDelayRetries");
        int early = atOnce + number("numMinDelayRetries");
        int late = all - number("numMaxDelayRetries");
        if (retry >= all) {
            return Optional.empty();
        }
        if (retry < atOnce) {
            return Optional.of(Duration.ZERO);
        }
        double least = number("minDelayTarget");
        double most = number("maxDelayTarget");
        if (retry < early) {
            return Optional.of(Duration.ofMillis(Math.round(least * 1000)));
        }
        if (retry >= late) {
            return Optional.of(Duration.ofMillis(Math.round(most * 1000)));
        }
        double way = late - early < 2 ? 0 : (retry - early) / (late - early - 1.0);
        double grown =
                switch (backoff()) {
                    case "arithmetic" -> least + (most - least) * way * way;
                    case "geometric", "exponential" -> least * Math.pow(most / least, way);
                    default -> least + (most - least) * way;
                };
        return Optional.of(Duration.ofMillis(Math.round(grown * 1000)));
    }

    /** Returns the policy of a topic as it says it. */
    String effective() {
        ObjectNode policy = JSON.createObjectNode();
        ObjectNode http = policy.putObject("http");
        http.set("defaultHealthyRetryPolicy", retries);
        http.put("disableSubscriptionOverrides", !overridden);
        throttle.ifPresent(most -> http.putObject("defaultThrottlePolicy").put("maxReceivesPerSecond", most));
        http.putObject("defaultRequestPolicy").put(CONTENT_TYPE, contentType);
        return policy.toString();
    }

    /** Returns the policy of a subscription as it says it. */
    String effectiveOfSubscription() {
        ObjectNode policy = JSON.createObjectNode();
        policy.set("healthyRetryPolicy", retries);
        policy.putNull("sicklyRetryPolicy").putNull("throttlePolicy");
        throttle.ifPresent(most -> policy.putObject("throttlePolicy").put("maxReceivesPerSecond", most));
        policy.putObject("requestPolicy").put(CONTENT_TYPE, contentType);
        policy.put("guaranteed", false);
        return policy.toString();
    }

    private static ObjectNode read(String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode policy) {
                return policy;
            }
        } catch (JsonProcessingException e) {
            throw Failures.parameter("DeliveryPolicy: failed to parse JSON.");
        }
        throw Failures.parameter("DeliveryPolicy: not a valid JSON map.");
    }
}
