package io.laguna.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.testlake.EngineLake;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FilterCriteria;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Tests of functions that get the messages of queues. */
@ExtendWith(LambdaLake.class)
class EventSourcesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A function that puts its event into a bucket, and then does what bodies ask for. */
    private static final String SEES = "import boto3, json, time\ns3 = boto3.client('s3')\n"
            + "def handler(event, context):\n"
            + "    s3.put_object(Bucket='tests', Key=f'seen/{context.function_name}/{time.time_ns()}',\n"
            + "        Body=json.dumps(dict(event, arn=context.invoked_function_arn)))\n"
            + "    bodies = [record['body'] for record in event['Records']]\n"
            + "    if 'raise' in bodies:\n        raise ValueError('no')\n"
            + "    return {'batchItemFailures': [{'itemIdentifier': record['messageId']} for record in event['Records'] if record['body'] == 'bad']}\n";

    private final LambdaLake.Running lake;
    private final SqsClient sqs;
    private Lambda lambda;
    private LambdaClient client;
    private String name;
    private int read;

    EventSourcesTest(LambdaLake.Running lake) {
        this.lake = lake;
        this.sqs = lake.sqs(EngineLake.CALLER);
    }

    @BeforeEach
    void open(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        name = name.substring(0, Math.min(40, name.length()));
        lambda = lake.open();
        client = LambdaLake.Running.client(lambda);
        LambdaLake.Running.create(client, name, SEES, 3);
    }

    @AfterEach
    void close() {
        // The readers of other tests' queues would be work for nothing.
        client.listEventSourceMappings(list -> list.eventSourceArn(arn(name)))
                .eventSourceMappings()
                .forEach(mapping -> client.deleteEventSourceMapping(delete -> delete.uuid(mapping.uuid())));
        lambda.close();
    }

    @Test
    void aMessageIsAnEventInTheShapeOfAws() throws IOException {
        String url = queue(name, Map.of());
        map(name, source -> source.batchSize(5));
        sqs.sendMessage(send -> send.queueUrl(url)
                .messageBody("{\"a\": \"é\"}")
                .messageAttributes(Map.of(
                        "kind",
                                MessageAttributeValue.builder()
                                        .dataType("String")
                                        .stringValue("x")
                                        .build(),
                        "raw",
                                MessageAttributeValue.builder()
                                        .dataType("Binary")
                                        .binaryValue(SdkBytes.fromByteArray(new byte[] {1, 2}))
                                        .build())));

        JsonNode record = event().path("Records").path(0);

        assertThat(record.path("body").asText()).isEqualTo("{\"a\": \"é\"}");
        assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(record.path("eventSourceARN").asText()).isEqualTo(arn(name));
        assertThat(record.path("awsRegion").asText()).isEqualTo("eu-west-1");
        assertThat(record.path("md5OfBody").asText()).hasSize(32);
        assertThat(record.path("attributes").fieldNames())
                .toIterable()
                .contains("ApproximateReceiveCount", "SentTimestamp", "SenderId", "ApproximateFirstReceiveTimestamp");
        assertThat(record.path("messageAttributes").toString())
                .isEqualTo(
                        "{\"kind\":{\"stringValue\":\"x\",\"stringListValues\":[],\"binaryListValues\":[],\"dataType\":\"String\"},"
                                + "\"raw\":{\"binaryValue\":\"AQI=\",\"stringListValues\":[],\"binaryListValues\":[],\"dataType\":\"Binary\"}}");
        await().atMost(PATIENCE).until(() -> left(url) == 0);
    }

    @Test
    void messagesThatFailedStayAndGoToDeadLetters() throws IOException {
        String letters = queue(name + "-letters", Map.of());
        String url = queue(
                name,
                Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "300",
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + arn(name + "-letters") + "\",\"maxReceiveCount\":1}"));
        map(name, source -> source.functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES));
        send(url, "good", "bad", "fine");

        await().atMost(PATIENCE).until(() -> left(url) == 1);
        // Nobody waits for the visibility timeout.
        for (int records = 0; records < 3; ) {
            for (JsonNode record : event().path("Records")) {
                records++;
                if (record.path("body").asText().equals("bad")) {
                    sqs.changeMessageVisibility(change -> change.queueUrl(url)
                            .receiptHandle(record.path("receiptHandle").asText())
                            .visibilityTimeout(0));
                }
            }
        }
        assertThat(receive(letters, 20)).extracting(Message::body).containsExactly("bad");
        assertThat(left(url)).isZero();
    }

    @Test
    void anErrorKeepsTheWholeBatch() throws IOException {
        String url = queue(name, Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "300"));
        map(name, source -> source.maximumBatchingWindowInSeconds(1));
        send(url, "good", "raise");

        assertThat(event().path("Records")).isNotEmpty();
        assertThat(left(url)).isEqualTo(2);
    }

    @Test
    void aWindowGathersMoreThanTenMessages() throws IOException {
        String url = queue(name, Map.of());
        map(name, source -> source.batchSize(25).maximumBatchingWindowInSeconds(20));
        for (int i = 0; i < 3; i++) {
            send(url, IntStream.range(0, 10).mapToObj(Integer::toString).toArray(String[]::new));
        }

        assertThat(event().path("Records")).hasSize(25);
    }

    @Test
    void aFifoQueueKeepsTheOrderOfEachGroup() throws IOException {
        String url = queue(
                name + ".fifo",
                Map.of(QueueAttributeName.FIFO_QUEUE, "true", QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true"));
        map(name + ".fifo", source -> source.batchSize(2));
        for (int i = 0; i < 12; i++) {
            String body = "m" + i;
            String group = "g" + i % 2;
            sqs.sendMessage(send -> send.queueUrl(url).messageBody(body).messageGroupId(group));
        }

        Map<String, String> inOrder = new HashMap<>();
        int records = 0;
        while (records < 12) {
            for (JsonNode record : event().path("Records")) {
                String group = record.path("attributes").path("MessageGroupId").asText();
                inOrder.merge(group, record.path("body").asText(), (before, next) -> before + " " + next);
                assertThat(record.path("attributes").path("SequenceNumber").asText())
                        .hasSize(20);
                records++;
            }
        }

        assertThat(inOrder).isEqualTo(Map.of("g0", "m0 m2 m4 m6 m8 m10", "g1", "m1 m3 m5 m7 m9 m11"));
    }

    @Test
    void filtersDropWhatNobodyWants() throws IOException {
        String url = queue(name, Map.of());
        map(
                name,
                source -> source.filterCriteria(filters(
                        "{\"body\": {\"temperature\": [{\"numeric\": [\">\", 30]}]}}", "{\"body\": [\"plain\"]}")));
        send(url, "{\"temperature\": 20}", "text", "plain", "{\"temperature\": 31}", "{\"plain\": 1}");

        await().atMost(PATIENCE).until(() -> left(url) == 0);
        assertThat(bodies(2)).containsExactlyInAnyOrder("plain", "{\"temperature\": 31}");
        assertThat(keys()).hasSize(read);
    }

    @Test
    void aMappingIsDisabledChangedEnabledAndDeleted() throws IOException {
        String url = queue(name, Map.of());
        client.publishVersion(publish -> publish.functionName(name));
        client.createAlias(create -> create.functionName(name).name("live").functionVersion("1"));
        CreateEventSourceMappingResponse made =
                client.createEventSourceMapping(create -> create.functionName(name + ":live")
                        .eventSourceArn(arn(name))
                        .enabled(false)
                        .scalingConfig(scaling -> scaling.maximumConcurrency(2)));
        assertThat(made.state()).isEqualTo("Creating");
        state(made.uuid(), "Disabled");
        send(url, "waits");

        assertThat(client.updateEventSourceMapping(
                                update -> update.uuid(made.uuid()).batchSize(3))
                        .state())
                .isEqualTo("Updating");
        state(made.uuid(), "Disabled");
        assertThat(left(url)).isEqualTo(1);
        assertThat(client.updateEventSourceMapping(
                                update -> update.uuid(made.uuid()).enabled(true))
                        .state())
                .isEqualTo("Enabling");
        assertThat(event().path("arn").asText()).endsWith(":function:" + name + ":live");
        GetEventSourceMappingResponse enabled = state(made.uuid(), "Enabled");
        assertThat(enabled.batchSize()).isEqualTo(3);
        assertThat(enabled.scalingConfig().maximumConcurrency()).isEqualTo(2);
        assertThat(enabled.functionArn()).endsWith(":function:" + name + ":live");
        assertThat(client.listEventSourceMappings(list -> list.functionName(name + ":live"))
                        .eventSourceMappings())
                .hasSize(1);

        assertThat(client.deleteEventSourceMapping(delete -> delete.uuid(made.uuid()))
                        .state())
                .isEqualTo("Deleting");
        await().atMost(PATIENCE).untilAsserted(() -> assertThatThrownBy(
                        () -> client.getEventSourceMapping(get -> get.uuid(made.uuid())))
                .isInstanceOf(ResourceNotFoundException.class));
        send(url, "stays");
        assertThat(left(url)).isEqualTo(1);
        assertThat(keys()).hasSize(read);
    }

    @Test
    void whatWaitsInAQueueIsHandledAfterARestart() throws IOException {
        String url = queue(name, Map.of());
        map(name, source -> {});
        lambda.close();
        send(url, "later");

        lambda = lake.open();

        assertThat(event().path("Records").path(0).path("body").asText()).isEqualTo("later");
    }

    @Test
    void aFunctionThatIsThrottledGetsItsMessagesLater() throws IOException {
        String url = queue(name, Map.of());
        client.putFunctionConcurrency(put -> put.functionName(name).reservedConcurrentExecutions(0));
        map(name, source -> {});
        send(url, "patient");
        await().atMost(PATIENCE).until(() -> sqs.getQueueAttributes(get ->
                        get.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .containsValue("1"));
        assertThat(keys()).hasSize(read);

        client.deleteFunctionConcurrency(delete -> delete.functionName(name));

        assertThat(event().path("Records").path(0).path("body").asText()).isEqualTo("patient");
    }

    @Test
    void whatAwsRefusesIsRefused() {
        queue(name, Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "2"));
        queue(name + "-ok", Map.of());
        queue(name + ".fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
        refused(name, source -> {}, "Queue visibility timeout: 2 seconds is less than Function timeout: 3 seconds");
        refused(name + "-none", source -> {}, "NonExistentQueue");
        refused(
                name + "-ok",
                source -> source.batchSize(11),
                "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
        refused(name + ".fifo", source -> source.batchSize(11), "FIFO");
        refused(name + ".fifo", source -> source.maximumBatchingWindowInSeconds(1), "FIFO");
        refused(name + "-ok", source -> source.startingPosition(EventSourcePosition.LATEST), "StartingPosition");
        refused(name + "-ok", source -> source.bisectBatchOnFunctionError(true), "BisectBatchOnFunctionError");
        refused(
                name + "-ok",
                source -> source.filterCriteria(filters("{\"body\": 5}")),
                "Invalid filter pattern definition.");
        refused(
                name + "-ok",
                source -> source.eventSourceArn("arn:aws:kinesis:eu-west-1:123456789012:stream/s"),
                "Laguna does not offer event source mappings of kinesis");
        map(name + "-ok", source -> {});
        assertThatThrownBy(() -> create(name + "-ok", source -> {}))
                .isInstanceOf(ResourceConflictException.class)
                .hasMessageContaining("already exists");
    }

    private static FilterCriteria filters(String... patterns) {
        List<Filter> filters = Stream.of(patterns)
                .map(pattern -> Filter.builder().pattern(pattern).build())
                .toList();
        return FilterCriteria.builder().filters(filters).build();
    }

    private void refused(String queue, Consumer<CreateEventSourceMappingRequest.Builder> more, String message) {
        assertThatThrownBy(() -> create(queue, more))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining(message);
    }

    private void map(String queue, Consumer<CreateEventSourceMappingRequest.Builder> more) {
        state(create(queue, more).uuid(), "Enabled");
    }

    private CreateEventSourceMappingResponse create(
            String queue, Consumer<CreateEventSourceMappingRequest.Builder> more) {
        CreateEventSourceMappingRequest.Builder request =
                CreateEventSourceMappingRequest.builder().functionName(name).eventSourceArn(arn(queue));
        more.accept(request);
        return client.createEventSourceMapping(request.build());
    }

    private GetEventSourceMappingResponse state(String id, String state) {
        return await().atMost(PATIENCE)
                .until(() -> client.getEventSourceMapping(get -> get.uuid(id)), mapping -> mapping.state()
                        .equals(state));
    }

    private String queue(String queue, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(create -> create.queueName(queue).attributes(attributes))
                .queueUrl();
    }

    private static String arn(String queue) {
        return EngineLake.CALLER.arn("sqs", queue);
    }

    private void send(String url, String... bodies) {
        List<SendMessageBatchRequestEntry> entries = IntStream.range(0, bodies.length)
                .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                        .id("m" + i)
                        .messageBody(bodies[i])
                        .build())
                .toList();
        sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entries));
    }

    /** Returns how many messages a queue has, also those that somebody is busy with. */
    private int left(String url) {
        return sqs
                .getQueueAttributes(get -> get.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** Returns the next event that the function has seen. */
    private JsonNode event() throws IOException {
        String key = await().atMost(PATIENCE)
                .until(this::keys, keys -> keys.size() > read)
                .get(read);
        read++;
        return JSON.readTree(
                lake.s3().getObjectAsBytes(get -> get.bucket("tests").key(key)).asByteArray());
    }

    private List<String> keys() {
        return lake.s3().listObjectsV2(list -> list.bucket("tests").prefix("seen/" + name + "/")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private List<String> bodies(int records) throws IOException {
        List<String> bodies = new ArrayList<>();
        while (bodies.size() < records) {
            event().path("Records")
                    .forEach(record -> bodies.add(record.path("body").asText()));
        }
        return bodies;
    }

    private List<Message> receive(String url, int wait) {
        List<Message> messages = sqs.receiveMessage(
                        receive -> receive.queueUrl(url).waitTimeSeconds(wait))
                .messages();
        messages.forEach(
                message -> sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
        return messages;
    }
}
