package io.laguna.emulator.lambda.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;

/**
 * The answer of a function that reports which messages of a batch it could not handle.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting">
 *     Partial batch responses</a>
 */
final class BatchAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BatchAnswer() {}

    /**
     * Returns the messages that have failed: none where the answer or its list is null or empty, and all where the answer
     * cannot be understood or names a message that was not in the batch.
     *
     * @param batch the ids of its messages
     */
    static Set<String> failed(String answer, Set<String> batch) {
        try {
            JsonNode node = JSON.readTree(answer);
            JsonNode failures = node.path("batchItemFailures");
            boolean none = node.isNull() || node.isMissingNode() || (node.isObject() && isAbsent(failures));
            if (none) {
                return Set.of();
            }
            Set<String> failed = new HashSet<>();
            failures.forEach(
                    failure -> failed.add(failure.path("itemIdentifier").asText()));
            return failures.isArray() && batch.containsAll(failed) ? failed : batch;
        } catch (JsonProcessingException e) {
            return batch;
        }
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
