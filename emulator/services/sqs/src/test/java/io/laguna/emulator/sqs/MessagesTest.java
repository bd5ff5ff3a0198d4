package io.laguna.emulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

@ExtendWith(SqsLake.class)
class MessagesTest {
    private static final Map<QueueAttributeName, String> FIFO =
            Map.of(QueueAttributeName.FIFO_QUEUE, "true", QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true");

    private final SqsLake.Running lake;
    private Sqs service;
    private SqsClient sqs;

    MessagesTest(SqsLake.Running lake) {
        this.lake = lake;
        open();
    }

    private void open() {
        service = lake.open();
        sqs = Rooms.of(SqsClient.class, service.rooms(EngineLake.CALLER)).client();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private String queue(Map<QueueAttributeName, String> attributes) {
        String name = "q-" + UUID.randomUUID() + (attributes.containsKey(QueueAttributeName.FIFO_QUEUE) ? ".fifo" : "");
        return sqs.createQueue(create -> create.queueName(name).attributes(attributes))
                .queueUrl();
    }

    private List<Message> receive(String queue) {
        return sqs.receiveMessage(take -> take.queueUrl(queue)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private static List<String> bodies(List<Message> messages) {
        return messages.stream().map(Message::body).toList();
    }

    @Test
    void whatWasSentIsThereAfterARestart() {
        String queue = queue(Map.of());
        MessageAttributeValue attribute = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue("Bogotá")
                .build();

        String id = sqs.sendMessage(send ->
                        send.queueUrl(queue).messageBody("{\"a\": 1}").messageAttributes(Map.of("city", attribute)))
                .messageId();
        service.close();
        open();

        assertThat(receive(queue)).singleElement().satisfies(message -> {
            assertThat(message.messageId()).isEqualTo(id);
            assertThat(message.body()).isEqualTo("{\"a\": 1}");
            assertThat(message.messageAttributes()).containsEntry("city", attribute);
            assertThat(message.attributes())
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")
                    .containsEntry(MessageSystemAttributeName.SENDER_ID, EngineLake.CALLER.accountId());
        });
    }

    @Test
    void aMessageInFlightIsSeenByNobodyElseUntilItsTimeIsOver() {
        String queue = queue(Map.of());
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody("once"));

        Message first = receive(queue).get(0);
        assertThat(receive(queue)).isEmpty();
        sqs.changeMessageVisibility(change ->
                change.queueUrl(queue).receiptHandle(first.receiptHandle()).visibilityTimeout(0));
        Message second = receive(queue).get(0);

        assertThat(second.attributes()).containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
        sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(first.receiptHandle()));
        assertThat(counts(queue)).containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "1");
        sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(second.receiptHandle()));
        assertThat(counts(queue)).containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0");
    }

    private Map<QueueAttributeName, String> counts(String queue) {
        return sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }

    @Test
    void whoWaitsGetsAMessageAsSoonAsItComes() {
        String queue = queue(Map.of());
        CompletableFuture<List<Message>> waiting = CompletableFuture.supplyAsync(
                () -> sqs.receiveMessage(take -> take.queueUrl(queue).waitTimeSeconds(20))
                        .messages());

        Instant sent = Instant.now();
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody("hello"));

        assertThat(bodies(waiting.join())).containsExactly("hello");
        assertThat(Duration.between(sent, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aDelayedMessageComesWhenItsDelayIsOver() {
        String queue = queue(Map.of());
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody("later").delaySeconds(1));

        assertThat(receive(queue)).isEmpty();
        assertThat(counts(queue)).containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "1");
        assertThat(bodies(sqs.receiveMessage(take -> take.queueUrl(queue).waitTimeSeconds(20))
                        .messages()))
                .containsExactly("later");
    }

    @Test
    void aMessageThatIsReceivedTooOftenBecomesADeadLetter() {
        String letters = queue(Map.of());
        String arn = counts(letters).get(QueueAttributeName.QUEUE_ARN);
        String queue = queue(Map.of(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\": \"" + arn + "\", \"maxReceiveCount\": \"2\"}",
                QueueAttributeName.VISIBILITY_TIMEOUT,
                "0"));
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody("poison"));

        assertThat(receive(queue)).hasSize(1);
        assertThat(receive(queue)).hasSize(1);
        assertThat(receive(queue)).isEmpty();
        assertThat(receive(letters)).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo("poison");
            assertThat(message.attributes())
                    .containsEntry(
                            MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN,
                            counts(queue).get(QueueAttributeName.QUEUE_ARN));
        });
        assertThat(sqs.listDeadLetterSourceQueues(list -> list.queueUrl(letters))
                        .queueUrls())
                .containsExactly(queue);
    }

    @Test
    void whoWaitsForDeadLettersGetsOneAsSoonAsItIsGivenUp() {
        String letters = queue(Map.of());
        String arn = counts(letters).get(QueueAttributeName.QUEUE_ARN);
        String queue = queue(Map.of(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\": \"" + arn + "\", \"maxReceiveCount\": 1}",
                QueueAttributeName.VISIBILITY_TIMEOUT,
                "0"));
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody("poison"));
        receive(queue);
        CompletableFuture<List<Message>> waiting = CompletableFuture.supplyAsync(
                () -> sqs.receiveMessage(take -> take.queueUrl(letters).waitTimeSeconds(20))
                        .messages());

        Instant begun = Instant.now();
        assertThat(receive(queue)).isEmpty();

        assertThat(bodies(waiting.join())).containsExactly("poison");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void theMessagesOfAGroupComeInOrderAndOneAfterTheOther() {
        String queue = queue(FIFO);
        for (String body : List.of("a1", "a2", "b1", "a1")) {
            sqs.sendMessage(send -> send.queueUrl(queue).messageBody(body).messageGroupId(body.substring(0, 1)));
        }

        Message first =
                sqs.receiveMessage(take -> take.queueUrl(queue)).messages().get(0);
        assertThat(first.body()).isEqualTo("a1");
        assertThat(bodies(receive(queue))).containsExactly("b1");
        sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(first.receiptHandle()));
        assertThat(bodies(receive(queue))).containsExactly("a2");
    }

    @Test
    void aMessageThatWasSentBeforeIsNotSentTwice() {
        String queue = queue(FIFO);
        String first = sqs.sendMessage(
                        send -> send.queueUrl(queue).messageBody("x").messageGroupId("g"))
                .messageId();
        receive(queue)
                .forEach(message ->
                        sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle())));

        String second = sqs.sendMessage(
                        send -> send.queueUrl(queue).messageBody("x").messageGroupId("g"))
                .messageId();

        assertThat(second).isEqualTo(first);
        assertThat(receive(queue)).isEmpty();
    }

    @Test
    void theEntriesOfABatchFailOneByOne() {
        String queue = queue(Map.of());

        var answer = sqs.sendMessageBatch(send -> send.queueUrl(queue)
                .entries(
                        SendMessageBatchRequestEntry.builder()
                                .id("good")
                                .messageBody("x")
                                .build(),
                        SendMessageBatchRequestEntry.builder()
                                .id("bad")
                                .messageBody("\u0001")
                                .build(),
                        SendMessageBatchRequestEntry.builder()
                                .id("untyped")
                                .messageBody("x")
                                .messageAttributes(Map.of(
                                        "a", MessageAttributeValue.builder().build()))
                                .build()));

        assertThat(answer.successful()).singleElement().satisfies(sent -> assertThat(sent.id())
                .isEqualTo("good"));
        assertThat(answer.failed())
                .extracting(BatchResultErrorEntry::id, BatchResultErrorEntry::code)
                .containsExactly(tuple("bad", "InvalidMessageContents"), tuple("untyped", "InvalidParameterValue"));
    }

    @Test
    void badRequestsAreRefusedInTheWordsOfSqs() {
        String queue = queue(Map.of());
        String fifo = queue(FIFO);

        refused(
                "InvalidParameterValue",
                "Must be between 1 and 10",
                () -> sqs.receiveMessage(take -> take.queueUrl(queue).maxNumberOfMessages(11)));
        refused(
                "AWS.SimpleQueueService.NonExistentQueue",
                "does not exist",
                () -> sqs.sendMessage(send -> send.queueUrl(queue + "-not").messageBody("x")));
        refused(
                "MissingParameter",
                "MessageGroupId",
                () -> sqs.sendMessage(send -> send.queueUrl(fifo).messageBody("x")));
        refused(
                "ReceiptHandleIsInvalid",
                "not a valid receipt handle",
                () -> sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle("nonsense")));
        refused(
                "InvalidAttributeValue",
                "VisibilityTimeout",
                () -> sqs.setQueueAttributes(
                        set -> set.queueUrl(queue).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "43201"))));
        refused(
                "InvalidParameterValue",
                "Dead letter target does not exist",
                () -> queue(
                        Map.of(
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:none\",\"maxReceiveCount\":3}")));
        refused(
                "QueueAlreadyExists",
                "VisibilityTimeout",
                () -> sqs.createQueue(create -> create.queueName(queue.substring(queue.lastIndexOf('/') + 1))
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "31"))));
        refused(
                "AWS.SimpleQueueService.EmptyBatchRequest",
                "at least one",
                () -> sqs.sendMessageBatch(send -> send.queueUrl(queue)));
    }

    private static void refused(String code, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SqsException.class, failure -> {
            assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(failure.awsErrorDetails().errorMessage()).contains(words);
        });
    }
}
