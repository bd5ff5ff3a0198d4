package io.laguna.emulator.sqs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.work.Bell;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * The operations on messages that were received, which receipt handles name.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html">
 *     DeleteMessage</a>
 */
final class Receipts extends Room {
    private static final int LONGEST_HIDDEN = 43_200;

    private final Caller caller;
    private final State state;
    private final Clock clock;
    private final Bell arrivals;

    Receipts(Caller caller, State state, Clock clock, Bell arrivals) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    /** Deletes a message. One that was deleted before, or received again since, is passed over, as on AWS. */
    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        state.write(transaction -> {
            delete(transaction, new QueueRecords(transaction).require(address), request.receiptHandle());
            return address;
        });
        arrivals.ring();
        return DeleteMessageResponse.builder().build();
    }

    @Override
    public DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        Batches.check(request.entries(), DeleteMessageBatchRequestEntry::id, "DeleteMessageBatchRequestEntry");
        List<DeleteMessageBatchResultEntry> done = new ArrayList<>();
        List<BatchResultErrorEntry> failed = new ArrayList<>();
        state.write(transaction -> {
            QueueRecord queue = new QueueRecords(transaction).require(address);
            for (DeleteMessageBatchRequestEntry entry : request.entries()) {
                try {
                    delete(transaction, queue, entry.receiptHandle());
                    done.add(DeleteMessageBatchResultEntry.builder()
                            .id(entry.id())
                            .build());
                } catch (SqsException e) {
                    failed.add(Batches.failed(entry.id(), e));
                }
            }
            return queue;
        });
        arrivals.ring();
        DeleteMessageBatchResponse.Builder answer =
                DeleteMessageBatchResponse.builder().successful(done);
        return failed.isEmpty() ? answer.build() : answer.failed(failed).build();
    }

    private void delete(Handle transaction, QueueRecord queue, String handle) {
        Receipt receipt = receipt(queue, handle);
        MessageRecords messages = new MessageRecords(transaction);
        Optional<MessageRecord> message = messages.find(queue, receipt.message());
        if (queue.isFifo()
                && message.filter(there -> !isInFlight(there, receipt)).isPresent()) {
            throw Failures.value(handle, "ReceiptHandle", "The receipt handle has expired.");
        }
        messages.delete(queue, receipt.message(), receipt.receipt());
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(ChangeMessageVisibilityRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        state.write(transaction -> {
            QueueRecord queue = new QueueRecords(transaction).require(address);
            show(transaction, queue, request.receiptHandle(), request.visibilityTimeout());
            return queue;
        });
        arrivals.ring();
        return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
            ChangeMessageVisibilityBatchRequest request) {
        QueueAddress address = QueueAddress.ofUrl(caller, request.queueUrl());
        Batches.check(
                request.entries(),
                ChangeMessageVisibilityBatchRequestEntry::id,
                "ChangeMessageVisibilityBatchRequestEntry");
        List<ChangeMessageVisibilityBatchResultEntry> done = new ArrayList<>();
        List<BatchResultErrorEntry> failed = new ArrayList<>();
        state.write(transaction -> {
            QueueRecord queue = new QueueRecords(transaction).require(address);
            for (ChangeMessageVisibilityBatchRequestEntry entry : request.entries()) {
                try {
                    show(transaction, queue, entry.receiptHandle(), entry.visibilityTimeout());
                    done.add(ChangeMessageVisibilityBatchResultEntry.builder()
                            .id(entry.id())
                            .build());
                } catch (SqsException e) {
                    failed.add(Batches.failed(entry.id(), e));
                }
            }
            return queue;
        });
        arrivals.ring();
        ChangeMessageVisibilityBatchResponse.Builder answer =
                ChangeMessageVisibilityBatchResponse.builder().successful(done);
        return failed.isEmpty() ? answer.build() : answer.failed(failed).build();
    }

    private void show(Handle transaction, QueueRecord queue, String handle, Integer seconds) {
        if (seconds == null) {
            throw Failures.missing("VisibilityTimeout");
        }
        if (seconds < 0 || seconds > LONGEST_HIDDEN) {
            throw Failures.value(
                    seconds.toString(),
                    "VisibilityTimeout",
                    "VisibilityTimeout must be an integer between 0 and 43200.");
        }
        Receipt receipt = receipt(queue, handle);
        MessageRecords messages = new MessageRecords(transaction);
        Instant now = clock.instant();
        MessageRecord message = messages.find(queue, receipt.message())
                .filter(there -> isInFlight(there, receipt))
                .orElseThrow(() -> Failures.value(
                        handle,
                        "ReceiptHandle",
                        "Message does not exist or is not available for visibility timeout change."));
        messages.show(message, now.plusSeconds(seconds));
    }

    private boolean isInFlight(MessageRecord message, Receipt receipt) {
        return message.receipt().equals(Optional.of(receipt.receipt()))
                && message.visibleAt().isAfter(clock.instant());
    }

    private static Receipt receipt(QueueRecord queue, String handle) {
        Receipt receipt = Receipt.of(handle);
        if (receipt.queue() != queue.id()) {
            throw Failures.receipt(handle);
        }
        return receipt;
    }
}
