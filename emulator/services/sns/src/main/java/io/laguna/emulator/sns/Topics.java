package io.laguna.emulator.sns;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.Topic;

/**
 * The operations that make, change, list and delete topics.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html">CreateTopic</a>
 */
final class Topics extends Room {
    private static final int PAGE = 100;

    private final Caller caller;
    private final State state;
    private final Clock clock;

    Topics(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    /** Creates a topic. One of the same name, attributes and tags is there already: its ARN is the answer. */
    @Override
    public CreateTopicResponse createTopic(CreateTopicRequest request) {
        Map<String, String> attributes = request.attributes();
        boolean fifo = TopicSetting.FIFO.isTrue(attributes);
        TopicAddress.checkName(request.name(), fifo);
        attributes.forEach((name, value) -> TopicSetting.check(name, value, fifo));
        if (request.dataProtectionPolicy() != null) {
            throw Failures.parameter("DataProtectionPolicy Reason: not implemented by Laguna");
        }
        Map<String, String> tags = Tags.map(request.tags());
        TopicAddress address = new TopicAddress(caller, request.name());
        state.write(transaction -> {
            Optional<TopicRecord> made = new TopicRecords(transaction).insert(address, attributes, clock.instant());
            made.ifPresentOrElse(
                    topic -> new TopicRecords(transaction).tags().put(topic.id(), tags),
                    () -> requireSame(transaction, address, attributes, tags));
            return made;
        });
        return CreateTopicResponse.builder().topicArn(address.arn()).build();
    }

    private static void requireSame(
            Handle handle, TopicAddress address, Map<String, String> attributes, Map<String, String> tags) {
        TopicRecords topics = new TopicRecords(handle);
        TopicRecord there = topics.require(address);
        attributes.forEach((name, value) -> {
            if (!there.attributes().getOrDefault(name, "").equals(value)) {
                throw Failures.parameter("Attributes Reason: Topic already exists with different attributes");
            }
        });
        if (!tags.isEmpty() && !topics.tags().of(there.id()).equals(tags)) {
            throw Failures.parameter("Tags Reason: Topic already exists with different tags");
        }
    }

    /** Deletes a topic with its subscriptions. One that is not there is passed over, as on AWS. */
    @Override
    public DeleteTopicResponse deleteTopic(DeleteTopicRequest request) {
        TopicAddress address = TopicAddress.of("TopicArn", request.topicArn());
        state.write(transaction -> {
            TopicRecords topics = new TopicRecords(transaction);
            topics.find(address).ifPresent(topic -> topics.delete(topic.id()));
            return address;
        });
        return DeleteTopicResponse.builder().build();
    }

    @Override
    public GetTopicAttributesResponse getTopicAttributes(GetTopicAttributesRequest request) {
        TopicAddress address = TopicAddress.of("TopicArn", request.topicArn());
        return state.read(handle -> {
            TopicRecord topic = new TopicRecords(handle).require(address);
            Map<String, String> shown = TopicSetting.shown(topic);
            List<SubscriptionRecord> subscriptions = new SubscriptionRecords(handle).of(topic);
            long confirmed = subscriptions.stream()
                    .filter(SubscriptionRecord::isConfirmed)
                    .count();
            shown.put("SubscriptionsConfirmed", Long.toString(confirmed));
            shown.put("SubscriptionsPending", Long.toString(subscriptions.size() - confirmed));
            shown.put("SubscriptionsDeleted", "0");
            return GetTopicAttributesResponse.builder().attributes(shown).build();
        });
    }

    @Override
    public SetTopicAttributesResponse setTopicAttributes(SetTopicAttributesRequest request) {
        TopicAddress address = TopicAddress.of("TopicArn", request.topicArn());
        if (request.attributeName() == null) {
            throw Failures.missing("AttributeName");
        }
        String value = Optional.ofNullable(request.attributeValue()).orElse("");
        if (request.attributeName().equals(TopicSetting.FIFO.word())) {
            throw Failures.parameter("AttributeName");
        }
        TopicSetting.check(request.attributeName(), value, address.isFifo());
        state.write(transaction -> {
            TopicRecords topics = new TopicRecords(transaction);
            topics.set(topics.lock(address).id(), request.attributeName(), value);
            return address;
        });
        return SetTopicAttributesResponse.builder().build();
    }

    @Override
    public ListTopicsResponse listTopics(ListTopicsRequest request) {
        Page<TopicRecord> page = Page.ofSorted(
                state.read(handle -> new TopicRecords(handle).all(caller)),
                topic -> topic.address().name(),
                request.nextToken(),
                PAGE,
                () -> Failures.parameter("NextToken"));
        return ListTopicsResponse.builder()
                .topics(page.entries().stream()
                        .map(topic ->
                                Topic.builder().topicArn(topic.address().arn()).build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }
}
