package io.laguna.emulator.sqs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesResponse;

/**
 * The attributes of queues, with the numbers of their messages.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html">
 *     GetQueueAttributes</a>
 */
final class QueueAttributes extends Room {
    private static final String ALL = "All";
    private static final Set<String> KNOWN = known();

    private final Caller caller;
    private final State state;
    private final Clock clock;

    QueueAttributes(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    private static Set<String> known() {
        return QueueAttributeName.knownValues().stream()
                .map(QueueAttributeName::toString)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        List<String> asked = request.attributeNamesAsStrings();
        asked.stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw Failures.attribute(name);
        });
        Map<String, String> all = state.read(handle -> attributes(handle, new QueueRecords(handle).require(address)));
        if (!asked.contains(ALL)) {
            all.keySet().retainAll(asked);
        }
        return all.isEmpty()
                ? GetQueueAttributesResponse.builder().build()
                : GetQueueAttributesResponse.builder()
                        .attributesWithStrings(all)
                        .build();
    }

    private Map<String, String> attributes(Handle handle, QueueRecord queue) {
        Map<String, String> all = new TreeMap<>(QueueSetting.shown(queue.attributes(), queue.isFifo()));
        all.put("QueueArn", queue.address().arn());
        all.put("CreatedTimestamp", Long.toString(queue.createdAt().getEpochSecond()));
        all.put("LastModifiedTimestamp", Long.toString(queue.changedAt().getEpochSecond()));
        new MessageRecords(handle)
                .counts(queue.id(), clock.instant())
                .forEach((name, count) -> all.put(name, Long.toString(count)));
        return all;
    }

    @Override
    public SetQueueAttributesResponse setQueueAttributes(SetQueueAttributesRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        Map<String, String> attributes = request.attributesAsStrings();
        if (attributes.isEmpty()) {
            throw Failures.missing("Attribute.Name");
        }
        state.write(transaction -> {
            QueueRecords queues = new QueueRecords(transaction);
            QueueRecord queue = queues.lock(address);
            QueueSetting.check(attributes, queue.isFifo());
            if (attributes.containsKey(QueueSetting.FIFO.word())
                    && queue.isFifo() != QueueSetting.FIFO.isTrue(attributes)) {
                throw Failures.attributeValue(QueueSetting.FIFO.word());
            }
            checkRedrive(transaction, address, attributes);
            Instant now = clock.instant();
            queues.set(queue.id(), attributes, now);
            return now;
        });
        return SetQueueAttributesResponse.builder().build();
    }

    /** Checks that the dead-letter queue that attributes name is there, is of the same kind and wants the letters. */
    static void checkRedrive(Handle handle, QueueAddress source, Map<String, String> attributes) {
        Redrive.checkAllowance(attributes);
        Redrive.of(attributes).ifPresent(redrive -> {
            String policy = QueueSetting.REDRIVE.of(attributes);
            QueueAddress target = QueueAddress.ofArn(QueueSetting.REDRIVE.word(), redrive.target());
            QueueRecord letters = new QueueRecords(handle)
                    .find(target)
                    .orElseThrow(() -> Redrive.invalid(policy, "Dead letter target does not exist."));
            if (letters.isFifo() != source.name().endsWith(QueueAddress.FIFO)) {
                throw Redrive.invalid(policy, "Dead-letter queue must be of the same type as the queue.");
            }
            if (!Redrive.allows(letters.attributes(), source.arn())) {
                throw Redrive.invalid(policy, "The dead-letter queue does not allow this queue to use it.");
            }
        });
    }
}
