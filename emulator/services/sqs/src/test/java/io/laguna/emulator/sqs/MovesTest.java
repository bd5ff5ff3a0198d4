package io.laguna.emulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Tests of dead letters that go back to their queues. */
@ExtendWith(SqsLake.class)
class MovesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sqs service;
    private final SqsClient sqs;
    private final String letters;
    private final String source;

    MovesTest(SqsLake.Running lake) {
        this.service = lake.open();
        this.sqs = Rooms.of(SqsClient.class, service.rooms(EngineLake.CALLER)).client();
        this.letters = queue(Map.of());
        this.source = queue(Map.of(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"" + arn(letters) + "\",\"maxReceiveCount\":1}",
                QueueAttributeName.VISIBILITY_TIMEOUT,
                "0"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    private String queue(Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(
                        create -> create.queueName("m-" + UUID.randomUUID()).attributes(attributes))
                .queueUrl();
    }

    private String arn(String queue) {
        return sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }

    private List<Message> receive(String queue) {
        return sqs.receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(10))
                .messages();
    }

    /** Makes dead letters of messages that are received twice. */
    private void die(String... bodies) {
        for (String body : bodies) {
            sqs.sendMessage(send -> send.queueUrl(source).messageBody(body));
        }
        assertThat(receive(source)).hasSize(bodies.length);
        assertThat(receive(source)).isEmpty();
    }

    private ListMessageMoveTasksResultEntry latest() {
        return sqs.listMessageMoveTasks(list -> list.sourceArn(arn(letters)))
                .results()
                .get(0);
    }

    @Test
    void lettersGoBackToWhereTheyCameFromAsNewMessages() {
        die("a", "b", "c");

        sqs.startMessageMoveTask(start -> start.sourceArn(arn(letters)));
        await().atMost(PATIENCE).until(() -> latest().status().equals("COMPLETED"));

        assertThat(latest().approximateNumberOfMessagesMoved()).isEqualTo(3);
        assertThat(latest().approximateNumberOfMessagesToMove()).isEqualTo(3);
        assertThat(latest().taskHandle()).isNull();
        assertThat(receive(letters)).isEmpty();
        assertThat(receive(source)).extracting(Message::body).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void lettersGoToAnotherQueueAtAPaceUntilTheTaskIsCancelled() {
        die("a", "b", "c", "d", "e", "f", "g", "h");
        String other = queue(Map.of());

        String task = sqs.startMessageMoveTask(start ->
                        start.sourceArn(arn(letters)).destinationArn(arn(other)).maxNumberOfMessagesPerSecond(1))
                .taskHandle();
        assertThatThrownBy(() -> sqs.startMessageMoveTask(start -> start.sourceArn(arn(letters))))
                .isInstanceOf(SqsException.class)
                .hasMessageContaining("already a task running");
        await().atMost(PATIENCE).until(() -> !receive(other).isEmpty());
        sqs.cancelMessageMoveTask(cancel -> cancel.taskHandle(task));
        await().atMost(PATIENCE).until(() -> latest().status().equals("CANCELLED"));

        assertThat(latest().approximateNumberOfMessagesMoved()).isBetween(1L, 7L);
        assertThat(receive(letters)).isNotEmpty();
        assertThatThrownBy(() -> sqs.cancelMessageMoveTask(cancel -> cancel.taskHandle(task)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void whatCannotBeMovedSaysSo() {
        sqs.sendMessage(send -> send.queueUrl(letters).messageBody("nobody knows where it came from"));

        assertThatThrownBy(() -> sqs.startMessageMoveTask(start -> start.sourceArn(arn(source))))
                .hasMessageContaining("must be configured as a Dead Letter Queue");
        assertThatThrownBy(() ->
                        sqs.startMessageMoveTask(start -> start.sourceArn(EngineLake.CALLER.arn("sqs", "nowhere"))))
                .isInstanceOf(ResourceNotFoundException.class);
        sqs.startMessageMoveTask(start -> start.sourceArn(arn(letters)));
        await().atMost(PATIENCE).until(() -> latest().status().equals("FAILED"));
        assertThat(latest().failureReason()).isEqualTo("CouldNotDetermineMessageSource");
    }
}
