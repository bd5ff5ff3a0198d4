package io.laguna.emulator.sqs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsRequest;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.TagQueueRequest;
import software.amazon.awssdk.services.sqs.model.TagQueueResponse;
import software.amazon.awssdk.services.sqs.model.UntagQueueRequest;
import software.amazon.awssdk.services.sqs.model.UntagQueueResponse;

/**
 * The tags of queues.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_TagQueue.html">TagQueue</a>
 */
final class Tags extends Room {
    private static final int MOST = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private final Caller caller;
    private final State state;

    Tags(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    static void check(Map<String, String> tags) {
        tags.forEach((key, value) -> {
            if (key.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
                throw Failures.parameter("Tag keys and values have no control characters.");
            }
            if (key.isEmpty() || key.length() > LONGEST_KEY) {
                throw Failures.parameter("Tag keys must be between 1 and 128 characters in length.");
            }
            if (value.length() > LONGEST_VALUE) {
                throw Failures.parameter("Tag values must be between 0 and 256 characters in length.");
            }
        });
        if (tags.size() > MOST) {
            throw Failures.parameter("Too many tags: a queue has at most 50.");
        }
    }

    @Override
    public TagQueueResponse tagQueue(TagQueueRequest request) {
        if (request.tags().isEmpty()) {
            throw Failures.missing("Tags");
        }
        check(request.tags());
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        state.write(transaction -> {
            QueueRecords queues = new QueueRecords(transaction);
            QueueRecord queue = queues.lock(address);
            queues.tags().put(queue.id(), request.tags());
            check(queues.tags().of(queue.id()));
            return queue;
        });
        return TagQueueResponse.builder().build();
    }

    @Override
    public UntagQueueResponse untagQueue(UntagQueueRequest request) {
        if (request.tagKeys().isEmpty()) {
            throw Failures.missing("TagKeys");
        }
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        state.write(transaction -> {
            QueueRecords queues = new QueueRecords(transaction);
            QueueRecord queue = queues.lock(address);
            queues.tags().remove(queue.id(), request.tagKeys());
            return queue;
        });
        return UntagQueueResponse.builder().build();
    }

    @Override
    public ListQueueTagsResponse listQueueTags(ListQueueTagsRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        Map<String, String> tags = state.read(handle -> {
            QueueRecords queues = new QueueRecords(handle);
            return queues.tags().of(queues.require(address).id());
        });
        return tags.isEmpty()
                ? ListQueueTagsResponse.builder().build()
                : ListQueueTagsResponse.builder().tags(tags).build();
    }
}
