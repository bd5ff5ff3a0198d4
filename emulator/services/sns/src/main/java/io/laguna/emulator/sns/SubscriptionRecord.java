package io.laguna.emulator.sns;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * A subscription in the state.
 *
 * @param owner the account of whoever subscribed
 * @param token by which the subscriber confirms; empty once it has
 * @param attributes what was set
 */
record SubscriptionRecord(
        UUID id,
        TopicRecord topic,
        String owner,
        String protocol,
        String endpoint,
        Optional<String> token,
        Map<String, String> attributes) {
    private static final String PENDING = "PendingConfirmation";

    String arn() {
        return topic.address().arn() + ":" + id;
    }

    boolean isConfirmed() {
        return token.isEmpty();
    }

    boolean isRaw() {
        return "true".equalsIgnoreCase(attributes.get("RawMessageDelivery"));
    }

    /** Tells whether it is by HTTP. */
    boolean isWeb() {
        return protocol.startsWith("http");
    }

    Subscription shape() {
        return Subscription.builder()
                .subscriptionArn(isConfirmed() ? arn() : PENDING)
                .owner(owner)
                .protocol(protocol)
                .endpoint(endpoint)
                .topicArn(topic.address().arn())
                .build();
    }
}
