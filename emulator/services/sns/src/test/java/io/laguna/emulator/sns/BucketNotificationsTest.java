package io.laguna.emulator.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.s3.S3;
import io.laguna.emulator.s3.notification.NotificationSettings;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Tests of buckets that notify queues and topics. */
@ExtendWith(SnsLake.class)
class BucketNotificationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SnsLake.Running lake;
    private final String name = "notified-" + UUID.randomUUID();
    private final SqsClient queues;
    private Sns service;
    private SnsClient topics;
    private S3 store;
    private S3Client s3;

    BucketNotificationsTest(SnsLake.Running lake) {
        this.lake = lake;
        this.queues = lake.queues(EngineLake.CALLER);
    }

    @BeforeEach
    void open() {
        service = lake.open();
        topics = Rooms.of(SnsClient.class, service.rooms(EngineLake.CALLER)).client();
        store = S3.open(
                lake.buckets(),
                new NotificationSettings(
                        CompletableFuture.completedFuture(lake.state()),
                        BucketNotificationsTest::absent,
                        lake::queues,
                        caller ->
                                Rooms.of(SnsClient.class, service.rooms(caller)).client()));
        s3 = Rooms.of(S3Client.class, store.rooms(EngineLake.CALLER)).client();
        s3.createBucket(create -> create.bucket(name)
                .createBucketConfiguration(place -> place.locationConstraint(EngineLake.CALLER.region()))
                .objectOwnership(ObjectOwnership.OBJECT_WRITER));
    }

    private static LambdaClient absent(Caller caller) {
        throw new IllegalStateException("There are no functions for " + caller);
    }

    @AfterEach
    void close() {
        store.close();
        service.close();
    }

    private String queue(String principal) {
        String url = queues.createQueue(create -> create.queueName("q-" + UUID.randomUUID()))
                .queueUrl();
        String policy = "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"" + principal
                + "\"},\"Action\":\"sqs:SendMessage\",\"Resource\":\"" + arn(url) + "\"}]}";
        queues.setQueueAttributes(set -> set.queueUrl(url).attributes(Map.of(QueueAttributeName.POLICY, policy)));
        return url;
    }

    private String arn(String queue) {
        return queues.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }

    private String topic(boolean open) {
        String arn = topics.createTopic(create -> create.name("t-" + UUID.randomUUID()))
                .topicArn();
        if (open) {
            topics.setTopicAttributes(set -> set.topicArn(arn)
                    .attributeName("Policy")
                    .attributeValue(
                            "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"s3.amazonaws.com\"},\"Action\":"
                                    + "\"SNS:Publish\",\"Resource\":\"" + arn
                                    + "\",\"Condition\":{\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:s3:*:*:" + name
                                    + "\"},\"StringEquals\":{\"aws:SourceAccount\":\""
                                    + EngineLake.CALLER.accountId() + "\"}}}}"));
        }
        return arn;
    }

    private void notify(NotificationConfiguration.Builder configuration) {
        s3.putBucketNotificationConfiguration(put -> put.bucket(name).notificationConfiguration(configuration.build()));
    }

    private static QueueConfiguration of(String queue, Event... events) {
        return QueueConfiguration.builder().queueArn(queue).events(events).build();
    }

    private void put(String key) {
        s3.putObject(put -> put.bucket(name).key(key), RequestBody.fromString("1"));
    }

    private List<JsonNode> received(String queue, int count) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        while (all.size() < count) {
            List<Message> messages = queues.receiveMessage(receive ->
                            receive.queueUrl(queue).waitTimeSeconds(10).maxNumberOfMessages(10))
                    .messages();
            assertThat(messages)
                    .as("more than %s of %s messages", all.size(), count)
                    .isNotEmpty();
            for (Message message : messages) {
                queues.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
                all.add(JSON.readTree(message.body()));
            }
        }
        return all;
    }

    private static String event(JsonNode message) {
        return message.at("/Records/0/eventName").asText(message.path("Event").asText());
    }

    @Test
    void aQueueGetsATestEventAndThenTheEventsThatItAskedFor() throws IOException {
        String queue = queue("s3.amazonaws.com");
        notify(NotificationConfiguration.builder()
                .queueConfigurations(of(arn(queue), Event.S3_OBJECT_CREATED).copy(copy -> copy.id("mine")
                        .filter(filter -> filter.key(key -> key.filterRules(
                                FilterRule.builder().name("prefix").value("in/").build(),
                                FilterRule.builder()
                                        .name("suffix")
                                        .value(".csv")
                                        .build()))))));
        put("in/a b+ü.csv");
        put("in/other.txt");
        s3.deleteObject(delete -> delete.bucket(name).key("in/a b+ü.csv"));
        put("in/last.csv");

        List<JsonNode> messages = received(queue, 3);

        assertThat(messages.get(0).path("Event").asText()).isEqualTo("s3:TestEvent");
        assertThat(messages.get(0).path("Bucket").asText()).isEqualTo(name);
        assertThat(messages)
                .filteredOn(message -> message.has("Records"))
                .extracting(message -> message.at("/Records/0/s3/object/key").asText())
                .containsExactlyInAnyOrder("in/a+b%2B%C3%BC.csv", "in/last.csv");
        assertThat(messages.get(1).at("/Records/0/s3/configurationId").asText()).isEqualTo("mine");
    }

    @Test
    void changesOfTagsAndOfAccessHaveTheirEvents() throws IOException {
        String queue = queue("s3.amazonaws.com");
        notify(NotificationConfiguration.builder()
                .queueConfigurations(of(arn(queue), Event.S3_OBJECT_TAGGING, Event.S3_OBJECT_ACL_PUT)));
        put("a");
        s3.putObjectTagging(tag -> tag.bucket(name)
                .key("a")
                .tagging(tags -> tags.tagSet(Tag.builder().key("k").value("v").build())));
        s3.deleteObjectTagging(tag -> tag.bucket(name).key("a"));
        s3.putObjectAcl(acl -> acl.bucket(name).key("a").acl("private"));

        List<JsonNode> messages = received(queue, 4);

        assertThat(messages)
                .extracting(BucketNotificationsTest::event)
                .containsExactlyInAnyOrder(
                        "s3:TestEvent", "ObjectTagging:Put", "ObjectTagging:Delete", "ObjectAcl:Put");
        assertThat(messages).filteredOn(message -> message.has("Records")).allSatisfy(message -> {
            assertThat(message.at("/Records/0/eventVersion").asText()).isEqualTo("2.3");
            assertThat(message.at("/Records/0/s3/object").has("sequencer")).isFalse();
            assertThat(message.at("/Records/0/s3/object/eTag").asText()).isEqualTo("c4ca4238a0b923820dcc509a6f75849b");
        });
    }

    @Test
    void aTopicTakesAnEventToItsQueues() throws IOException {
        String topic = topic(true);
        String one = queue("sns.amazonaws.com");
        String other = queue("sns.amazonaws.com");
        topics.subscribe(subscribe -> subscribe.topicArn(topic).protocol("sqs").endpoint(arn(one)));
        topics.subscribe(subscribe -> subscribe
                .topicArn(topic)
                .protocol("sqs")
                .endpoint(arn(other))
                .attributes(Map.of("RawMessageDelivery", "true")));

        notify(NotificationConfiguration.builder()
                .topicConfigurations(TopicConfiguration.builder()
                        .topicArn(topic)
                        .events(Event.S3_OBJECT_CREATED_PUT)
                        .build()));
        put("fan-out");

        List<JsonNode> wrapped = received(one, 2);
        assertThat(wrapped)
                .extracting(message -> message.path("Subject").asText())
                .containsOnly("Amazon S3 Notification");
        assertThat(event(JSON.readTree(wrapped.get(1).path("Message").asText())))
                .isEqualTo("ObjectCreated:Put");
        assertThat(received(other, 2))
                .extracting(BucketNotificationsTest::event)
                .containsExactly("s3:TestEvent", "ObjectCreated:Put");
    }

    @Test
    void aDestinationThatIsNotThereOrDoesNotLetTheBucketInIsRefused() {
        Map<NotificationConfiguration, String> refused = Map.of(
                to(EngineLake.CALLER.arn("sqs", "nowhere")), "The destination queue does not exist",
                to(arn(queue("sns.amazonaws.com"))), "Permissions on the destination queue do not allow S3",
                toTopic(EngineLake.CALLER.arn("sns", "nowhere")), "The destination topic does not exist",
                toTopic(topic(false)), "Permissions on the destination topic do not allow S3");

        refused.forEach((configuration, reason) -> assertThatThrownBy(() -> notify(configuration.toBuilder()))
                .as(reason)
                .isInstanceOfSatisfying(S3Exception.class, refusal -> assertThat(
                                refusal.awsErrorDetails().errorCode())
                        .isEqualTo("InvalidArgument"))
                .hasMessageContaining("Unable to validate the following destination configurations"));
        assertThat(s3.getBucketNotificationConfiguration(get -> get.bucket(name))
                        .hasQueueConfigurations())
                .isFalse();

        s3.putBucketNotificationConfiguration(put -> put.bucket(name)
                .skipDestinationValidation(true)
                .notificationConfiguration(to(EngineLake.CALLER.arn("sqs", "nowhere"))));
    }

    private static NotificationConfiguration to(String queue) {
        return NotificationConfiguration.builder()
                .queueConfigurations(of(queue, Event.S3_OBJECT_CREATED))
                .build();
    }

    private static NotificationConfiguration toTopic(String topic) {
        return NotificationConfiguration.builder()
                .topicConfigurations(TopicConfiguration.builder()
                        .topicArn(topic)
                        .events(Event.S3_OBJECT_CREATED)
                        .build())
                .build();
    }
}
