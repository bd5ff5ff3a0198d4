package io.laguna.emulator.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The rule by which a queue gives up a message: it goes to the dead-letter queue when it has been received so often.
 *
 * @param target the dead-letter queue's ARN
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">
 *     Dead-letter queues</a>
 */
record Redrive(String target, int maxReceiveCount) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_RECEIVES = 1000;

    /** Returns the rule of a queue; empty where it has none. */
    static Optional<Redrive> of(Map<String, String> attributes) {
        String policy = QueueSetting.REDRIVE.of(attributes);
        if (policy.isEmpty()) {
            return Optional.empty();
        }
        JsonNode json = read(QueueSetting.REDRIVE, policy);
        JsonNode target = json.path("deadLetterTargetArn");
        JsonNode count = json.path("maxReceiveCount");
        if (!target.isTextual()) {
            throw invalid(policy, "Redrive policy does not contain mandatory attribute: deadLetterTargetArn.");
        }
        if (count.isMissingNode()) {
            throw invalid(policy, "Redrive policy does not contain mandatory attribute: maxReceiveCount.");
        }
        int most = count.asInt();
        if (most < 1 || most > MOST_RECEIVES) {
            throw invalid(
                    policy,
                    "Invalid value for maxReceiveCount: " + count.asText()
                            + ", valid values are from 1 to 1000 both inclusive.");
        }
        return Optional.of(new Redrive(target.asText(), most));
    }

    /** Tells whether a dead-letter queue's own attributes let a queue use it. */
    static boolean allows(Map<String, String> attributes, String source) {
        String policy = QueueSetting.REDRIVE_ALLOW.of(attributes);
        if (policy.isEmpty()) {
            return true;
        }
        JsonNode json = read(QueueSetting.REDRIVE_ALLOW, policy);
        return switch (json.path("redrivePermission").asText()) {
            case "allowAll" -> true;
            case "byQueue" -> StreamSupport.stream(json.path("sourceQueueArns").spliterator(), false)
                    .anyMatch(arn -> arn.asText().equals(source));
            default -> false;
        };
    }

    /** Checks the policy by which a dead-letter queue lets others use it. */
    static void checkAllowance(Map<String, String> attributes) {
        String policy = QueueSetting.REDRIVE_ALLOW.of(attributes);
        if (!policy.isEmpty()) {
            String permission = read(QueueSetting.REDRIVE_ALLOW, policy)
                    .path("redrivePermission")
                    .asText();
            if (!permission.matches("allowAll|denyAll|byQueue")) {
                throw Failures.value(
                        policy,
                        QueueSetting.REDRIVE_ALLOW.word(),
                        "Amazon SQS can't create the redrive allow" + " policy, as it's in an unsupported format.");
            }
        }
    }

    static RuntimeException invalid(String policy, String reason) {
        return Failures.value(policy, QueueSetting.REDRIVE.word(), reason);
    }

    private static JsonNode read(QueueSetting setting, String policy) {
        try {
            JsonNode json = JSON.readTree(policy);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw Failures.value(policy, setting.word(), "Policy is not valid JSON.");
        }
        throw Failures.value(policy, setting.word(), "Policy is not a valid JSON map.");
    }
}
