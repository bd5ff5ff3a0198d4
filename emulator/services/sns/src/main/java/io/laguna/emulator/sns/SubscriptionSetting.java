package io.laguna.emulator.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The attributes of a subscription that can be set.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html">SetSubscriptionAttributes</a>
 */
enum SubscriptionSetting {
    RAW("RawMessageDelivery"),
    FILTER("FilterPolicy"),
    SCOPE("FilterPolicyScope"),
    DELIVERY("DeliveryPolicy"),
    REDRIVE("RedrivePolicy");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String word;

    SubscriptionSetting(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Checks an attribute as it comes with a request, for a subscriber of a protocol. */
    static void check(String protocol, String name, String value) {
        for (SubscriptionSetting setting : values()) {
            if (setting.word.equals(name)) {
                setting.check(protocol, value);
                return;
            }
        }
        throw Failures.parameter("AttributeName");
    }

    private void check(String protocol, String value) {
        if (value.isEmpty()) {
            return;
        }
        switch (this) {
            case RAW -> {
                if (!value.matches("(?i)true|false")) {
                    throw Failures.parameter("Attributes Reason: RawMessageDelivery: Invalid value [" + value
                            + "]. Must be true or false.");
                }
                if (value.equalsIgnoreCase("true") && !protocol.matches("sqs|https?")) {
                    throw Failures.parameter("Attributes Reason: Delivery protocol [" + protocol
                            + "] does not support raw message delivery.");
                }
            }
            case SCOPE -> {
                if (!value.matches("MessageAttributes|MessageBody")) {
                    throw Failures.parameter("Attributes Reason: FilterPolicyScope: Invalid value [" + value
                            + "]. Please use either MessageBody or MessageAttributes");
                }
            }
            case FILTER -> Filter.check(value);
            case DELIVERY -> {
                if (!protocol.startsWith("http")) {
                    throw Failures.parameter("Attributes Reason: Delivery protocol [" + protocol
                            + "] does not support a delivery policy.");
                }
                DeliveryPolicy.check(value);
            }
            case REDRIVE -> letters(Map.of(word, value));
        }
    }

    /** Returns the ARN of the queue for messages that cannot be delivered. */
    static Optional<String> letters(Map<String, String> attributes) {
        String policy = attributes.getOrDefault(REDRIVE.word, "");
        if (policy.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode target = JSON.readTree(policy).path("deadLetterTargetArn");
            if (target.isTextual()) {
                return Optional.of(target.asText());
            }
        } catch (JsonProcessingException e) {
            throw Failures.parameter("RedrivePolicy: failed to parse JSON.");
        }
        throw Failures.parameter("RedrivePolicy: must have a deadLetterTargetArn");
    }

    /** Returns what a subscription says about itself. */
    static Map<String, String> shown(SubscriptionRecord subscription) {
        Map<String, String> shown = new TreeMap<>(subscription.attributes());
        shown.put("SubscriptionArn", subscription.arn());
        shown.put("TopicArn", subscription.topic().address().arn());
        shown.put("Owner", subscription.owner());
        shown.put("Protocol", subscription.protocol());
        shown.put("Endpoint", subscription.endpoint());
        shown.put("PendingConfirmation", Boolean.toString(!subscription.isConfirmed()));
        shown.put(
                "ConfirmationWasAuthenticated",
                Boolean.toString(!subscription.protocol().startsWith("email")));
        shown.put("SubscriptionPrincipal", "arn:aws:iam::" + subscription.owner() + ":root");
        shown.putIfAbsent(RAW.word, "false");
        if (subscription.protocol().startsWith("http")) {
            shown.put("EffectiveDeliveryPolicy", DeliveryPolicy.of(subscription).effectiveOfSubscription());
        }
        if (shown.containsKey(FILTER.word)) {
            shown.putIfAbsent(SCOPE.word, "MessageAttributes");
        }
        return shown;
    }
}
