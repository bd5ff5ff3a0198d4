package io.laguna.emulator.sns;

import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sns.model.AddPermissionRequest;
import software.amazon.awssdk.services.sns.model.AddPermissionResponse;
import software.amazon.awssdk.services.sns.model.RemovePermissionRequest;
import software.amazon.awssdk.services.sns.model.RemovePermissionResponse;

/**
 * The operations that write statements into a topic's policy.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_AddPermission.html">AddPermission</a>
 */
final class Permissions extends Room {
    private static final Set<String> ACTIONS = Set.of(
            "GetTopicAttributes",
            "SetTopicAttributes",
            "AddPermission",
            "RemovePermission",
            "DeleteTopic",
            "Subscribe",
            "ListSubscriptionsByTopic",
            "Publish",
            "Receive");

    private final State state;

    Permissions(State state) {
        this.state = state;
    }

    @Override
    public AddPermissionResponse addPermission(AddPermissionRequest request) {
        TopicAddress address = TopicAddress.of("TopicArn", request.topicArn());
        String label = label(request.label());
        require(request.awsAccountIds(), "AWSAccountId");
        require(request.actionNames(), "ActionName");
        request.actionNames().stream()
                .filter(action -> !ACTIONS.contains(action))
                .findFirst()
                .ifPresent(action -> {
                    throw Failures.parameter("Policy statement action out of service scope!");
                });
        change(address, policy -> policy.add(label, address.arn(), request.awsAccountIds(), request.actionNames()));
        return AddPermissionResponse.builder().build();
    }

    @Override
    public RemovePermissionResponse removePermission(RemovePermissionRequest request) {
        TopicAddress address = TopicAddress.of("TopicArn", request.topicArn());
        String label = label(request.label());
        change(address, policy -> policy.remove(label));
        return RemovePermissionResponse.builder().build();
    }

    private static String label(String label) {
        return Optional.ofNullable(label).filter(text -> !text.isEmpty()).orElseThrow(() -> Failures.missing("Label"));
    }

    private static void require(List<String> values, String member) {
        if (values.isEmpty()) {
            throw Failures.missing(member);
        }
    }

    private void change(TopicAddress address, Consumer<TopicPolicy> change) {
        state.write(transaction -> {
            TopicRecords topics = new TopicRecords(transaction);
            TopicRecord topic = topics.lock(address);
            TopicPolicy policy = TopicPolicy.of(topic);
            change.accept(policy);
            topics.set(topic.id(), TopicSetting.POLICY.word(), policy.document().toString());
            return topic;
        });
    }
}
