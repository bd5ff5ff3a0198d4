package io.laguna.emulator.sns;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * The operations that tell about subscriptions.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptions.html">ListSubscriptions</a>
 */
final class SubscriptionReads extends Room {
    private static final int PAGE = 100;

    private final Caller caller;
    private final State state;

    SubscriptionReads(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public GetSubscriptionAttributesResponse getSubscriptionAttributes(GetSubscriptionAttributesRequest request) {
        return GetSubscriptionAttributesResponse.builder()
                .attributes(SubscriptionSetting.shown(
                        state.read(handle -> Subscriptions.require(handle, request.subscriptionArn()))))
                .build();
    }

    @Override
    public ListSubscriptionsResponse listSubscriptions(ListSubscriptionsRequest request) {
        Page<SubscriptionRecord> page =
                page(state.read(handle -> new SubscriptionRecords(handle).all(caller)), request.nextToken());
        return ListSubscriptionsResponse.builder()
                .subscriptions(shapes(page))
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public ListSubscriptionsByTopicResponse listSubscriptionsByTopic(ListSubscriptionsByTopicRequest request) {
        TopicAddress address = TopicAddress.of("TopicArn", request.topicArn());
        Page<SubscriptionRecord> page = page(
                state.read(handle -> new SubscriptionRecords(handle).of(new TopicRecords(handle).require(address))),
                request.nextToken());
        return ListSubscriptionsByTopicResponse.builder()
                .subscriptions(shapes(page))
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static Page<SubscriptionRecord> page(List<SubscriptionRecord> subscriptions, String token) {
        return Page.ofOrdered(
                subscriptions,
                subscription -> subscription.id().toString(),
                token,
                PAGE,
                () -> Failures.parameter("NextToken"));
    }

    private static List<Subscription> shapes(Page<SubscriptionRecord> page) {
        return page.entries().stream().map(SubscriptionRecord::shape).toList();
    }
}
