package io.laguna.emulator.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.AddPermissionRequest;
import software.amazon.awssdk.services.sqs.model.AddPermissionResponse;
import software.amazon.awssdk.services.sqs.model.RemovePermissionRequest;
import software.amazon.awssdk.services.sqs.model.RemovePermissionResponse;

/**
 * The operations that write statements into a queue's policy, which is kept and not enforced.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html">
 *     AddPermission</a>
 */
final class Permissions extends Room {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LABEL = "[A-Za-z0-9_-]{1,80}";
    private static final String STATEMENT = "Statement";

    private final Caller caller;
    private final State state;
    private final Clock clock;

    Permissions(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public AddPermissionResponse addPermission(AddPermissionRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        String label = label(request.label());
        require(request.awsAccountIds(), "AWSAccountId.1");
        require(request.actions(), "ActionName.1");
        change(address, policy -> {
            ArrayNode statements = statements(policy);
            if (find(statements, label) >= 0) {
                throw Failures.value(label, "Label", "Already exists.");
            }
            ObjectNode statement = statements.addObject().put("Sid", label).put("Effect", "Allow");
            ArrayNode accounts = statement.putObject("Principal").putArray("AWS");
            request.awsAccountIds().forEach(account -> accounts.add("arn:aws:iam::" + account + ":root"));
            ArrayNode actions = statement.putArray("Action");
            request.actions().forEach(action -> actions.add("SQS:" + action));
            statement.put("Resource", address.arn());
        });
        return AddPermissionResponse.builder().build();
    }

    @Override
    public RemovePermissionResponse removePermission(RemovePermissionRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        String label = label(request.label());
        change(address, policy -> {
            ArrayNode statements = statements(policy);
            int place = find(statements, label);
            if (place < 0) {
                throw Failures.value(label, "Label", "can't find label.");
            }
            statements.remove(place);
        });
        return RemovePermissionResponse.builder().build();
    }

    private static String label(String label) {
        if (label == null || label.isEmpty()) {
            throw Failures.missing("Label");
        }
        if (!label.matches(LABEL)) {
            throw Failures.value(
                    label,
                    "Label",
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to" + " 80 in length.");
        }
        return label;
    }

    private static void require(List<String> values, String member) {
        if (values.isEmpty()) {
            throw Failures.missing(member);
        }
    }

    /** A change of a policy. */
    @FunctionalInterface
    private interface Change {
        void make(ObjectNode policy);
    }

    private void change(QueueAddress address, Change change) {
        state.write(transaction -> {
            QueueRecords queues = new QueueRecords(transaction);
            QueueRecord queue = queues.lock(address);
            ObjectNode policy = policy(queue);
            change.make(policy);
            String text = statements(policy).isEmpty() ? "" : policy.toString();
            queues.set(queue.id(), Map.of(QueueSetting.POLICY.word(), text), clock.instant());
            return queue;
        });
    }

    private static ObjectNode policy(QueueRecord queue) {
        String text = QueueSetting.POLICY.of(queue.attributes());
        if (text.isEmpty()) {
            return JSON.createObjectNode()
                    .put("Version", "2008-10-17")
                    .put("Id", queue.address().arn() + "/SQSDefaultPolicy");
        }
        try {
            if (JSON.readTree(text) instanceof ObjectNode policy) {
                return policy;
            }
        } catch (JsonProcessingException e) {
            throw Failures.attributeValue(QueueSetting.POLICY.word());
        }
        throw Failures.attributeValue(QueueSetting.POLICY.word());
    }

    /** Returns the statements of a policy; a single one becomes a list of one. */
    private static ArrayNode statements(ObjectNode policy) {
        if (policy.get(STATEMENT) instanceof ObjectNode single) {
            policy.putArray(STATEMENT).add(single);
        }
        return policy.withArray(STATEMENT);
    }

    private static int find(ArrayNode statements, String label) {
        for (int place = 0; place < statements.size(); place++) {
            if (statements.get(place).path("Sid").asText().equals(label)) {
                return place;
            }
        }
        return -1;
    }
}
