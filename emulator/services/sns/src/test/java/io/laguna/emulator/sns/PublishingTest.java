package io.laguna.emulator.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@ExtendWith(SnsLake.class)
class PublishingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SnsLake.Running lake;
    private final SqsClient queues;
    private Sns service;
    private SnsClient sns;

    PublishingTest(SnsLake.Running lake) {
        this.lake = lake;
        this.queues = lake.queues(EngineLake.CALLER);
        open();
    }

    private void open() {
        service = lake.open();
        sns = Rooms.of(SnsClient.class, service.rooms(EngineLake.CALLER)).client();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private String topic() {
        return sns.createTopic(create -> create.name("t-" + UUID.randomUUID())).topicArn();
    }

    private String queue() {
        return queues.createQueue(create -> create.queueName("q-" + UUID.randomUUID()))
                .queueUrl();
    }

    private String arn(String queue) {
        return queues.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }

    private String subscribed(String topic, Map<String, String> attributes) {
        String queue = queue();
        sns.subscribe(subscribe ->
                subscribe.topicArn(topic).protocol("sqs").endpoint(arn(queue)).attributes(attributes));
        return queue;
    }

    private List<Message> received(String queue) {
        return queues.receiveMessage(receive -> receive.queueUrl(queue)
                        .waitTimeSeconds(10)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All"))
                .messages();
    }

    @Test
    void aQueueGetsTheMessageInItsEnvelope() throws IOException {
        String topic = topic();
        String queue = subscribed(topic, Map.of());

        String id = sns.publish(publish -> publish.topicArn(topic)
                        .subject("Job failed")
                        .message("{\"job\": \"load\"}")
                        .messageAttributes(Map.of("level", text("error"))))
                .messageId();

        JsonNode envelope = JSON.readTree(received(queue).get(0).body());
        assertThat(envelope.path("Type").asText()).isEqualTo("Notification");
        assertThat(envelope.path("MessageId").asText()).isEqualTo(id);
        assertThat(envelope.path("TopicArn").asText()).isEqualTo(topic);
        assertThat(envelope.path("Subject").asText()).isEqualTo("Job failed");
        assertThat(envelope.path("Message").asText()).isEqualTo("{\"job\": \"load\"}");
        assertThat(envelope.at("/MessageAttributes/level/Value").asText()).isEqualTo("error");
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    @Test
    void aRawSubscriptionGetsTheMessageAlone() {
        String topic = topic();
        String queue = subscribed(topic, Map.of("RawMessageDelivery", "true"));

        sns.publish(publish -> publish.topicArn(topic).message("as it is").messageAttributes(Map.of("a", text("b"))));

        assertThat(received(queue)).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo("as it is");
            assertThat(message.messageAttributes()).containsKey("a");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"level": ["error", "fatal"]}                 | MessageAttributes | true
            {"level": ["warning"]}                        | MessageAttributes | false
            {"level": [{"prefix": "err"}]}                | MessageAttributes | true
            {"level": [{"anything-but": ["error"]}]}      | MessageAttributes | false
            {"missing": [{"exists": false}]}              | MessageAttributes | true
            {"rows": [{"numeric": [">", 5]}]}             | MessageAttributes | true
            {"rows": [{"numeric": [">", 50]}]}            | MessageAttributes | false
            {"tags": ["b"]}                               | MessageAttributes | true
            {"detail": {"state": ["FAILED"]}}             | MessageBody       | true
            {"detail": {"state": ["SUCCEEDED"]}}          | MessageBody       | false
            {"$or": [{"level": ["x"]}, {"rows": [7]}]}    | MessageAttributes | true
            {}                                            | MessageAttributes | true
            { }                                           | MessageBody       | true
            """)
    void aFilterPolicyDecidesWhatASubscriberGets(String policy, String scope, boolean taken) {
        String topic = topic();
        String filtered = subscribed(topic, Map.of("FilterPolicy", policy, "FilterPolicyScope", scope));
        String all = subscribed(topic, Map.of());

        sns.publish(publish -> publish.topicArn(topic)
                .message("{\"detail\": {\"state\": \"FAILED\"}}")
                .messageAttributes(Map.of(
                        "level", text("error"),
                        "rows",
                                MessageAttributeValue.builder()
                                        .dataType("Number")
                                        .stringValue("7")
                                        .build(),
                        "tags",
                                MessageAttributeValue.builder()
                                        .dataType("String.Array")
                                        .stringValue("[\"a\", \"b\"]")
                                        .build())));

        assertThat(received(all)).hasSize(1);
        assertThat(
                        taken
                                ? received(filtered)
                                : queues.receiveMessage(receive -> receive.queueUrl(filtered))
                                        .messages())
                .hasSize(taken ? 1 : 0);
    }

    @Test
    void aFunctionIsInvokedWithTheRecord() throws IOException {
        String topic = topic();
        String function = EngineLake.CALLER.arn("lambda", "function:alert");
        sns.subscribe(subscribe -> subscribe.topicArn(topic).protocol("lambda").endpoint(function));

        sns.publish(publish -> publish.topicArn(topic).message("hello"));

        await().until(() -> !lake.invoked.isEmpty());
        JsonNode event = JSON.readTree(lake.invoked.remove().payload().asUtf8String());
        assertThat(event.at("/Records/0/EventSource").asText()).isEqualTo("aws:sns");
        assertThat(event.at("/Records/0/Sns/Message").asText()).isEqualTo("hello");
        assertThat(event.at("/Records/0/Sns/TopicArn").asText()).isEqualTo(topic);
    }

    @Test
    void aMailIsSentOnlyAfterItsReaderHasConfirmed() throws IOException {
        String topic = topic();
        String to = UUID.randomUUID() + "@example.org";
        assertThat(sns.subscribe(subscribe ->
                                subscribe.topicArn(topic).protocol("email").endpoint(to))
                        .subscriptionArn())
                .isEqualTo("pending confirmation");
        sns.publish(publish -> publish.topicArn(topic).message("too early"));

        Matcher token = Pattern.compile("Token=([0-9a-f]+)").matcher(mails(to).get(0));
        assertThat(token.find()).isTrue();
        sns.confirmSubscription(confirm -> confirm.topicArn(topic).token(token.group(1)));
        sns.publish(publish -> publish.topicArn(topic).subject("Alert").message("now"));

        await().until(() -> mails(to).size() == 2);
        assertThat(mails(to)).anySatisfy(mail -> assertThat(mail).contains("Subject: Alert", "\nnow\n"));
    }

    private List<String> mails(String to) throws IOException {
        try (Stream<Path> files = Files.list(lake.mail())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(PublishingTest::read)
                    .filter(mail -> mail.contains("To: " + to))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatWasPublishedIsDeliveredAfterARestart() {
        String topic = topic();
        String queue = subscribed(topic, Map.of());
        service.close();
        // Nobody delivers now.
        sns.publish(publish -> publish.topicArn(topic).message("kept"));
        assertThat(queues.receiveMessage(receive -> receive.queueUrl(queue)).messages())
                .isEmpty();

        open();

        assertThat(received(queue)).hasSize(1);
    }

    @Test
    void badRequestsAreRefusedInTheWordsOfSns() {
        String topic = topic();

        assertThatThrownBy(() ->
                        sns.publish(publish -> publish.topicArn(topic + "-not").message("x")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Topic does not exist");
        assertThatThrownBy(() -> sns.publish(publish -> publish.topicArn(topic).message("")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid parameter: Empty message");
        assertThatThrownBy(() -> sns.publish(
                        publish -> publish.topicArn(topic).message("{}").messageStructure("json")))
                .hasMessageContaining("No default entry in JSON message body");
        assertThatThrownBy(() -> sns.subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("fax").endpoint("1")))
                .hasMessageContaining("does not support this protocol string: fax");
        assertThatThrownBy(() -> sns.subscribe(subscribe -> subscribe
                        .topicArn(topic)
                        .protocol("sqs")
                        .endpoint(EngineLake.CALLER.arn("sqs", "q"))
                        .attributes(Map.of("FilterPolicy", "{\"a\": 1}"))))
                .hasMessageContaining("FilterPolicy");
        assertThatThrownBy(() -> sns.createTopic(create -> create.name("with blanks")))
                .hasMessageContaining("Invalid parameter: Topic Name");
    }
}
