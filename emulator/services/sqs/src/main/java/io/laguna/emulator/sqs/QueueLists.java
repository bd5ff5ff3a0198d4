package io.laguna.emulator.sqs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;

/**
 * The operations that find queues.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html">ListQueues</a>
 */
final class QueueLists extends Room {
    private static final int LARGEST = 1000;

    private final Caller caller;
    private final State state;
    private final String endpoint;

    QueueLists(Caller caller, State state, String endpoint) {
        this.caller = caller;
        this.state = state;
        this.endpoint = endpoint;
    }

    @Override
    public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
        if (request.queueName() == null || request.queueName().isEmpty()) {
            throw Failures.missing("QueueName");
        }
        String account = Optional.ofNullable(request.queueOwnerAWSAccountId()).orElse(caller.accountId());
        checkCharacters("QueueName", request.queueName());
        checkCharacters("QueueOwnerAWSAccountId", account);
        QueueAddress address = new QueueAddress(new Caller(account, caller.region()), request.queueName());
        state.read(handle -> new QueueRecords(handle).require(address));
        return GetQueueUrlResponse.builder().queueUrl(address.url(endpoint)).build();
    }

    @Override
    public ListQueuesResponse listQueues(ListQueuesRequest request) {
        String prefix = Optional.ofNullable(request.queueNamePrefix()).orElse("");
        checkCharacters("QueueNamePrefix", prefix);
        List<QueueRecord> queues = state.read(handle -> new QueueRecords(handle).named(caller, prefix));
        Page<QueueRecord> page = page(queues, request.nextToken(), request.maxResults());
        return ListQueuesResponse.builder()
                .queueUrls(urls(page))
                // Pages are asked for by MaxResults; without it the first thousand are all that is told.
                .nextToken(
                        request.maxResults() == null ? null : page.nextToken().orElse(null))
                .build();
    }

    @Override
    public ListDeadLetterSourceQueuesResponse listDeadLetterSourceQueues(ListDeadLetterSourceQueuesRequest request) {
        QueueAddress letters = QueueAddress.ofUrl(caller, request.queueUrl());
        List<QueueRecord> sources = state.read(handle -> {
            QueueRecords queues = new QueueRecords(handle);
            queues.require(letters);
            return queues.named(letters.owner(), "").stream()
                    .filter(queue -> Redrive.of(queue.attributes())
                            .filter(redrive -> redrive.target().equals(letters.arn()))
                            .isPresent())
                    .toList();
        });
        Page<QueueRecord> page = page(sources, request.nextToken(), request.maxResults());
        return ListDeadLetterSourceQueuesResponse.builder()
                .queueUrls(urls(page))
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** Refuses what no name has, and the state cannot compare with. */
    private static void checkCharacters(String member, String name) {
        if (name.indexOf('\0') >= 0) {
            throw Failures.value(name, member, "Can only include alphanumeric characters, hyphens, or underscores.");
        }
    }

    private static Page<QueueRecord> page(List<QueueRecord> queues, String token, Integer size) {
        if (size != null && (size < 1 || size > LARGEST)) {
            throw Failures.value(size.toString(), "MaxResults", "Must be between 1 and 1000.");
        }
        return Page.ofSorted(
                queues,
                queue -> queue.address().name(),
                token,
                Page.size(size, LARGEST),
                () -> Failures.parameter("Invalid or expired next token."));
    }

    private List<String> urls(Page<QueueRecord> page) {
        return page.entries().stream()
                .map(queue -> queue.address().url(endpoint))
                .toList();
    }
}
