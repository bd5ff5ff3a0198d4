package io.laguna.emulator.sns;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.RandomIds;
import io.laguna.emulator.kit.state.State;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionRequest;
import software.amazon.awssdk.services.sns.model.ConfirmSubscriptionResponse;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

/**
 * The operations that make, confirm, change and end subscriptions.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html">Subscribe</a>
 */
final class Subscriptions extends Room {
    private static final RandomIds TOKEN = new RandomIds("0123456789abcdef");
    private static final int TOKEN_LENGTH = 64;
    private static final Pattern QUEUE = Pattern.compile("arn:aws[a-z-]*:sqs:[a-z0-9-]+:\\d{12}:.+");
    private static final Pattern FUNCTION = Pattern.compile("arn:aws[a-z-]*:lambda:[a-z0-9-]+:\\d{12}:function:.+");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Caller caller;
    private final State state;
    private final WebTargets web;
    private final Confirmations confirmations;
    private final Deliveries deliveries;

    Subscriptions(Caller caller, State state, WebTargets web, Confirmations confirmations, Deliveries deliveries) {
        this.caller = caller;
        this.state = state;
        this.web = web;
        this.confirmations = confirmations;
        this.deliveries = deliveries;
    }

    /**
     * Subscribes. Whoever is subscribed already gets the same subscription once more, if its attributes are the same, and is
     * asked again while it has not confirmed.
     */
    @Override
    public SubscribeResponse subscribe(SubscribeRequest request) {
        TopicAddress address = TopicAddress.of("TopicArn", request.topicArn());
        String protocol = checked(request, address);
        request.attributes().forEach((name, value) -> SubscriptionSetting.check(protocol, name, value));
        SubscriptionRecord subscription = state.write(transaction -> {
            TopicRecord topic = new TopicRecords(transaction).lock(address);
            SubscriptionRecords subscriptions = new SubscriptionRecords(transaction);
            return subscriptions
                    .find(topic, protocol, request.endpoint())
                    .map(there -> again(transaction, there, request.attributes()))
                    .orElseGet(() -> made(transaction, topic, request));
        });
        deliveries.wake();
        boolean told = subscription.isConfirmed() || Boolean.TRUE.equals(request.returnSubscriptionArn());
        return SubscribeResponse.builder()
                .subscriptionArn(told ? subscription.arn() : "pending confirmation")
                .build();
    }

    private String checked(SubscribeRequest request, TopicAddress address) {
        String protocol = Optional.ofNullable(request.protocol()).orElseThrow(() -> Failures.missing("Protocol"));
        String endpoint = Optional.ofNullable(request.endpoint()).orElse("");
        switch (protocol) {
            case "sqs" -> require(QUEUE, endpoint, "SQS endpoint ARN");
            case "lambda" -> require(FUNCTION, endpoint, "Lambda endpoint ARN");
            case "email", "email-json" -> require(MAIL, endpoint, "Email address");
            case "http", "https" -> checkUrl(protocol, endpoint);
            case "sms", "application", "firehose" -> throw Failures.parameter(
                    "Protocol Reason: " + protocol + " is not implemented by Laguna");
            default -> throw Failures.parameter("Amazon SNS does not support this protocol string: " + protocol);
        }
        if (address.isFifo() && !protocol.equals("sqs")) {
            throw Failures.parameter("Invalid protocol type: " + protocol);
        }
        if (endpoint.endsWith(TopicAddress.FIFO) && !address.isFifo()) {
            throw Failures.parameter("Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics");
        }
        return protocol;
    }

    private void checkUrl(String protocol, String endpoint) {
        try {
            URI url = new URI(endpoint);
            if (!protocol.equals(url.getScheme()) || url.getHost() == null) {
                throw Failures.parameter("Endpoint must match the specified protocol");
            }
            if (url.getUserInfo() != null) {
                throw Failures.parameter("Endpoint Reason: Laguna keeps no passwords in URLs");
            }
        } catch (URISyntaxException e) {
            throw Failures.parameter("HTTP(S) Endpoint");
        }
        if (!web.allow(endpoint)) {
            throw Failures.parameter("Endpoint Reason: " + WebTargets.refusal(endpoint));
        }
    }

    private static void require(Pattern pattern, String endpoint, String what) {
        if (!pattern.matcher(endpoint).matches()) {
            throw Failures.parameter(what);
        }
    }

    private SubscriptionRecord again(Handle transaction, SubscriptionRecord there, Map<String, String> attributes) {
        attributes.forEach((name, value) -> {
            if (!there.attributes().getOrDefault(name, "").equals(value)) {
                throw Failures.parameter("Attributes Reason: Subscription already exists with different attributes");
            }
        });
        ask(transaction, there);
        return there;
    }

    private SubscriptionRecord made(Handle transaction, TopicRecord topic, SubscribeRequest request) {
        boolean asked =
                request.protocol().startsWith("email") || request.protocol().startsWith("http");
        SubscriptionRecord made = new SubscriptionRecord(
                UUID.randomUUID(),
                topic,
                caller.accountId(),
                request.protocol(),
                request.endpoint(),
                asked ? Optional.of(TOKEN.next(TOKEN_LENGTH)) : Optional.empty(),
                request.attributes());
        new SubscriptionRecords(transaction).insert(made);
        ask(transaction, made);
        return made;
    }

    /** Asks a subscriber that has not confirmed. */
    private void ask(Handle transaction, SubscriptionRecord subscription) {
        if (subscription.isConfirmed()) {
            return;
        }
        if (subscription.isWeb()) {
            deliveries.ask(transaction, subscription);
        } else {
            confirmations.ask(subscription);
        }
    }

    @Override
    public ConfirmSubscriptionResponse confirmSubscription(ConfirmSubscriptionRequest request) {
        TopicAddress address = TopicAddress.of("TopicArn", request.topicArn());
        String token = Optional.ofNullable(request.token()).orElseThrow(() -> Failures.missing("Token"));
        SubscriptionRecord confirmed = state.write(transaction -> {
            SubscriptionRecords subscriptions = new SubscriptionRecords(transaction);
            SubscriptionRecord found = subscriptions
                    .withToken(new TopicRecords(transaction).require(address), token)
                    .orElseThrow(() -> Failures.parameter("Token"));
            subscriptions.confirm(found.id());
            return found;
        });
        return ConfirmSubscriptionResponse.builder()
                .subscriptionArn(confirmed.arn())
                .build();
    }

    /** Ends a subscription. One that is not there is passed over, as on AWS. */
    @Override
    public UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
        String arn =
                Optional.ofNullable(request.subscriptionArn()).orElseThrow(() -> Failures.missing("SubscriptionArn"));
        state.write(transaction -> {
            SubscriptionRecords subscriptions = new SubscriptionRecords(transaction);
            subscriptions.find(arn).ifPresent(found -> subscriptions.delete(found.id()));
            return arn;
        });
        return UnsubscribeResponse.builder().build();
    }

    @Override
    public SetSubscriptionAttributesResponse setSubscriptionAttributes(SetSubscriptionAttributesRequest request) {
        String name = Optional.ofNullable(request.attributeName()).orElseThrow(() -> Failures.missing("AttributeName"));
        String value = Optional.ofNullable(request.attributeValue()).orElse("");
        state.write(transaction -> {
            SubscriptionRecord found = require(transaction, request.subscriptionArn());
            SubscriptionSetting.check(found.protocol(), name, value);
            new SubscriptionRecords(transaction).set(found.id(), name, value);
            return found;
        });
        return SetSubscriptionAttributesResponse.builder().build();
    }

    /** Returns the subscription of an ARN, or fails as AWS does where there is none. */
    static SubscriptionRecord require(Handle handle, String arn) {
        if (arn == null) {
            throw Failures.missing("SubscriptionArn");
        }
        return new SubscriptionRecords(handle).find(arn).orElseThrow(Failures::noSubscription);
    }
}
