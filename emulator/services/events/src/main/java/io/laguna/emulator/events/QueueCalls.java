package io.laguna.emulator.events;

import io.laguna.emulator.kit.Caller;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * The calls by which events get into queues: one for a single event, and one for as many as SQS takes together.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">
 *     SendMessageBatch</a>
 */
record QueueCalls(Function<Caller, SqsClient> queues) {
    private static final int MOST = 10;
    private static final long LONGEST = 1_048_576;
    private static final int OUR_FAULT = 400;
    private static final int THEIR_FAULT = 500;

    void send(TargetArn queue, SendMessageRequest.Builder message) {
        SqsClient client = queues.apply(queue.owner());
        client.sendMessage(message.queueUrl(url(client, queue)).build());
    }

    /** Sends messages, and returns why each of them is not sent; empty for those that are. */
    List<Optional<RuntimeException>> send(TargetArn queue, List<String> messages, Optional<String> group) {
        List<Optional<RuntimeException>> failures = new ArrayList<>();
        for (int from = 0; from < messages.size(); from = failures.size()) {
            failures.addAll(sendTogether(queue, messages.subList(from, end(messages, from)), group));
        }
        return failures;
    }

    /** Returns the end of the messages from one on that fit into one call. */
    private static int end(List<String> messages, int from) {
        long bytes = 0;
        int end = from;
        while (end < Math.min(messages.size(), from + MOST)) {
            bytes += messages.get(end).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST) {
                break;
            }
            end++;
        }
        return Math.max(end, from + 1);
    }

    private List<Optional<RuntimeException>> sendTogether(
            TargetArn queue, List<String> messages, Optional<String> group) {
        try {
            if (messages.size() == 1) {
                send(
                        queue,
                        SendMessageRequest.builder()
                                .messageBody(messages.get(0))
                                .messageGroupId(group.orElse(null)));
                return List.of(Optional.empty());
            }
            SqsClient client = queues.apply(queue.owner());
            List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
            for (String message : messages) {
                entries.add(SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(entries.size()))
                        .messageBody(message)
                        .messageGroupId(group.orElse(null))
                        .build());
            }
            List<Optional<RuntimeException>> failures =
                    new ArrayList<>(Collections.nCopies(messages.size(), Optional.empty()));
            client.sendMessageBatch(send -> send.queueUrl(url(client, queue)).entries(entries))
                    .failed()
                    .forEach(each -> failures.set(Integer.parseInt(each.id()), Optional.of(failure(each))));
            return failures;
        } catch (RuntimeException e) {
            return Collections.nCopies(messages.size(), Optional.of(e));
        }
    }

    private static RuntimeException failure(BatchResultErrorEntry failed) {
        return SqsException.builder()
                .message(failed.message())
                .statusCode(Boolean.TRUE.equals(failed.senderFault()) ? OUR_FAULT : THEIR_FAULT)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(failed.code())
                        .errorMessage(failed.message())
                        .build())
                .build();
    }

    private static String url(SqsClient client, TargetArn queue) {
        return client.getQueueUrl(get -> get.queueName(queue.resource())).queueUrl();
    }
}
