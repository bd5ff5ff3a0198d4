package io.laguna.emulator.sns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The requests to subscribers that have to say themselves that they want a topic's messages. */
record Confirmations(DeliverySettings settings, MailFolder mail) {
    /** Asks a subscriber who gets e-mails. */
    void ask(SubscriptionRecord subscription) {
        String topic = subscription.topic().address().arn();
        String link = link(subscription, settings.endpoint());
        try {
            mail.put(
                    subscription.id().toString(),
                    subscription.endpoint(),
                    "AWS Notification - Subscription Confirmation",
                    "You have chosen to subscribe to the topic:\n" + topic
                            + "\n\nTo confirm this subscription, open or visit the link below:\n" + link);
        } catch (IOException e) {
            throw new UncheckedIOException("The e-mail that asks for confirmation cannot be written", e);
        }
    }

    /** Returns the link by whose visit a subscriber confirms. */
    static String link(SubscriptionRecord subscription, String endpoint) {
        return endpoint + "/?Action=ConfirmSubscription&Version=2010-03-31&TopicArn="
                + URLEncoder.encode(subscription.topic().address().arn(), StandardCharsets.UTF_8) + "&Token="
                + subscription.token().orElseThrow();
    }
}
