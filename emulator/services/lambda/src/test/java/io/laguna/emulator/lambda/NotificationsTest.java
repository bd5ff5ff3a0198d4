package io.laguna.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.s3.S3;
import io.laguna.emulator.s3.notification.NotificationSettings;
import io.laguna.emulator.testlake.BuiltEngine;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Buckets that notify functions, by the events that the functions see. */
@ExtendWith(LambdaLake.class)
class NotificationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SEES = "import json\ndef handler(event, context):\n"
            + "    for record in event['Records']:\n        print('SEEN ' + json.dumps(record))\n";

    private final LambdaLake.Running lake;
    private Lambda lambda;
    private LambdaClient functions;
    private S3 store;
    private S3Client s3;
    private String name;

    NotificationsTest(LambdaLake.Running lake) {
        this.lake = lake;
    }

    @BeforeEach
    void open(TestInfo test) {
        name = "n-" + test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        name = name.substring(0, Math.min(40, name.length()));
        lambda = lake.open();
        functions = LambdaLake.Running.client(lambda);
        store = S3.open(
                lake.engines().bucket().getParent(),
                new NotificationSettings(
                        CompletableFuture.completedFuture(lake.engines().state()),
                        caller -> Rooms.of(LambdaClient.class, lambda.rooms(caller))
                                .client(),
                        NotificationsTest::noQueues,
                        NotificationsTest::noTopics));
        s3 = Rooms.of(S3Client.class, store.rooms(EngineLake.CALLER)).client();
        s3.createBucket(create -> create.bucket(name)
                .createBucketConfiguration(place -> place.locationConstraint(EngineLake.CALLER.region())));
    }

    @AfterEach
    void close() {
        store.close();
        lambda.close();
    }

    @Test
    void aFileThatArrivesIsReadAndItsResultPut() {
        make(
                "import csv, io, json, boto3\nfrom urllib.parse import unquote_plus\ns3 = boto3.client('s3')\n"
                        + "def handler(event, context):\n"
                        + "    record = event['Records'][0]['s3']\n"
                        + "    bucket, key = record['bucket']['name'], unquote_plus(record['object']['key'])\n"
                        + "    text = s3.get_object(Bucket=bucket, Key=key)['Body'].read().decode()\n"
                        + "    total = sum(float(row['amount']) for row in csv.DictReader(io.StringIO(text)))\n"
                        + "    s3.put_object(Bucket=bucket, Key='out/' + key.split('/')[-1] + '.json', Body=json.dumps({'total': total}))\n");
        allow("arn:aws:s3:::" + name);
        notify(event -> event.events(Event.S3_OBJECT_CREATED)
                .filter(filter -> filter.key(key -> key.filterRules(rule("prefix", "in/"), rule("suffix", ".csv")))));

        s3.putObject(
                put -> put.bucket(name).key("in/día 1+2 (ñ).csv"), RequestBody.fromString("id,amount\n1,2.5\n2,4\n"));

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                        s3.getObjectAsBytes(get -> get.bucket(name).key("out/día 1+2 (ñ).csv.json"))
                                .asUtf8String())
                .isEqualTo("{\"total\": 6.5}"));
    }

    @Test
    void everyWayOfAnObjectHasItsEvent() throws IOException {
        make(SEES);
        allow("arn:aws:s3:::" + name);
        notify(event -> event.events(Event.S3_OBJECT_CREATED, Event.S3_OBJECT_REMOVED));

        String eTag = s3.putObject(put -> put.bucket(name).key("a b/ü.txt"), RequestBody.fromString("1"))
                .eTag();
        s3.copyObject(copy -> copy.sourceBucket(name)
                .sourceKey("a b/ü.txt")
                .destinationBucket(name)
                .destinationKey("copy"));
        String id = s3.createMultipartUpload(create -> create.bucket(name).key("parts"))
                .uploadId();
        String part = s3.uploadPart(
                        upload -> upload.bucket(name).key("parts").uploadId(id).partNumber(1),
                        RequestBody.fromString("part"))
                .eTag();
        s3.completeMultipartUpload(complete -> complete.bucket(name)
                .key("parts")
                .uploadId(id)
                .multipartUpload(parts -> parts.parts(
                        CompletedPart.builder().partNumber(1).eTag(part).build())));
        s3.deleteObject(delete -> delete.bucket(name).key("copy"));
        s3.putBucketVersioning(put ->
                put.bucket(name).versioningConfiguration(versions -> versions.status(BucketVersioningStatus.ENABLED)));
        String marker =
                s3.deleteObject(delete -> delete.bucket(name).key("a b/ü.txt")).versionId();
        s3.deleteObject(delete -> delete.bucket(name).key("nothing").versionId("null"));

        List<JsonNode> seen = seen(5);

        assertThat(seen)
                .extracting(record -> record.path("eventName").asText())
                .containsExactlyInAnyOrder(
                        "ObjectCreated:Put",
                        "ObjectCreated:Copy",
                        "ObjectCreated:CompleteMultipartUpload",
                        "ObjectRemoved:Delete",
                        "ObjectRemoved:DeleteMarkerCreated");
        JsonNode put = named(seen, "ObjectCreated:Put");
        assertThat(put.path("eventVersion").asText()).isEqualTo("2.1");
        assertThat(put.path("eventSource").asText()).isEqualTo("aws:s3");
        assertThat(put.path("awsRegion").asText()).isEqualTo("eu-west-1");
        assertThat(put.path("s3").path("s3SchemaVersion").asText()).isEqualTo("1.0");
        assertThat(put.path("s3").path("bucket").path("arn").asText()).isEqualTo("arn:aws:s3:::" + name);
        JsonNode object = put.path("s3").path("object");
        assertThat(object.path("key").asText()).isEqualTo("a+b/%C3%BC.txt");
        assertThat(object.path("size").asInt()).isEqualTo(1);
        assertThat("\"" + object.path("eTag").asText() + "\"").isEqualTo(eTag);
        JsonNode gone =
                named(seen, "ObjectRemoved:DeleteMarkerCreated").path("s3").path("object");
        assertThat(gone.path("versionId").asText()).isEqualTo(marker);
        assertThat(gone.path("sequencer").asText())
                .isGreaterThan(object.path("sequencer").asText());
        assertThat(named(seen, "ObjectRemoved:Delete").path("s3").path("object").has("size"))
                .isFalse();
    }

    @Test
    void aFunctionThatDoesNotLetTheBucketInIsRefused() {
        make(SEES);

        assertThatThrownBy(() -> notify(event -> event.events(Event.S3_OBJECT_CREATED)))
                .isInstanceOfSatisfying(S3Exception.class, refusal -> {
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidArgument");
                    assertThat(refusal.awsErrorDetails().errorMessage())
                            .isEqualTo("Unable to validate the following destination configurations");
                });
        allow("arn:aws:s3:::another-bucket");
        assertThatThrownBy(() -> notify(event -> event.events(Event.S3_OBJECT_CREATED)))
                .isInstanceOf(S3Exception.class);
    }

    @Test
    void whatIsReadBackIsWhatWasPut() {
        make(SEES);
        allow("arn:aws:s3:::" + name);
        notify(event -> event.id("mine").events(Event.S3_OBJECT_CREATED_PUT));

        List<LambdaFunctionConfiguration> read =
                s3.getBucketNotificationConfiguration(get -> get.bucket(name)).lambdaFunctionConfigurations();

        assertThat(read).hasSize(1);
        assertThat(read.get(0).id()).isEqualTo("mine");
        assertThat(read.get(0).eventsAsStrings()).containsExactly("s3:ObjectCreated:Put");

        s3.putBucketNotificationConfiguration(put -> put.bucket(name).notificationConfiguration(none -> {}));
        assertThat(s3.getBucketNotificationConfiguration(get -> get.bucket(name))
                        .lambdaFunctionConfigurations())
                .isEmpty();
        s3.putObject(put -> put.bucket(name).key("silent"), RequestBody.fromString("1"));
        assertThat(lake.engines().count("select count(*) from delivery where queue = 's3'"))
                .isZero();
    }

    @Test
    void aBucketSendsItsEventsToTheBus() {
        s3.putBucketNotificationConfiguration(
                put -> put.bucket(name).notificationConfiguration(to -> to.eventBridgeConfiguration(bridge -> {})));

        s3.putObject(put -> put.bucket(name).key("a b.txt"), RequestBody.fromString("1"));

        assertThat(s3.getBucketNotificationConfiguration(get -> get.bucket(name))
                        .eventBridgeConfiguration())
                .isNotNull();
        assertThat(lake.engines()
                        .count(
                                "select count(*) from event_outbox where source = 'aws.s3' and detail_type = 'Object Created'"
                                        + " and detail like '%\"name\":\"" + name
                                        + "\"%\"key\":\"a b.txt\"%\"reason\":\"PutObject\"%'"))
                .isEqualTo(1);
    }

    @Test
    void eventsThatWaitAreDeliveredAfterARestart() throws IOException {
        make(SEES);
        allow("arn:aws:s3:::" + name);
        notify(event -> event.events(Event.S3_OBJECT_CREATED));
        store.close();
        s3.putObject(put -> put.bucket(name).key("waits"), RequestBody.fromString("1"));
        lambda.close();

        open(store, lake);

        assertThat(seen(1).get(0).path("s3").path("object").path("key").asText())
                .isEqualTo("waits");
    }

    private void open(S3 before, LambdaLake.Running again) {
        before.close();
        lambda = again.open();
        store = S3.open(
                again.engines().bucket().getParent(),
                new NotificationSettings(
                        CompletableFuture.completedFuture(again.engines().state()),
                        caller -> Rooms.of(LambdaClient.class, lambda.rooms(caller))
                                .client(),
                        NotificationsTest::noQueues,
                        NotificationsTest::noTopics));
    }

    private static SqsClient noQueues(Caller caller) {
        throw new IllegalStateException("There are no queues for " + caller);
    }

    private static SnsClient noTopics(Caller caller) {
        throw new IllegalStateException("There are no topics for " + caller);
    }

    private static FilterRule rule(String name, String value) {
        return FilterRule.builder().name(name).value(value).build();
    }

    private void make(String code) {
        functions.createFunction(create -> create.functionName(name)
                .role("arn:aws:iam::123456789012:role/tests")
                .runtime(BuiltEngine.python())
                .handler("index.handler")
                .memorySize(512)
                .timeout(30)
                .code(zip -> zip.zipFile(Zips.of("index.py", code))));
    }

    private void allow(String bucket) {
        functions.addPermission(add -> add.functionName(name)
                .statementId("s3")
                .action("lambda:InvokeFunction")
                .principal("s3.amazonaws.com")
                .sourceArn(bucket));
    }

    private void notify(Consumer<LambdaFunctionConfiguration.Builder> event) {
        LambdaFunctionConfiguration.Builder each = LambdaFunctionConfiguration.builder()
                .lambdaFunctionArn(EngineLake.CALLER.arn("lambda", "function:" + name));
        event.accept(each);
        s3.putBucketNotificationConfiguration(
                put -> put.bucket(name).notificationConfiguration(to -> to.lambdaFunctionConfigurations(each.build())));
    }

    private List<JsonNode> seen(int least) throws IOException {
        List<String> lines = await().atMost(PATIENCE).until(this::lines, all -> all.size() >= least);
        List<JsonNode> records = new ArrayList<>();
        for (String line : lines) {
            records.add(JSON.readTree(line.substring("SEEN ".length())));
        }
        return records;
    }

    private List<String> lines() {
        CloudWatchLogsClient logs = lake.logs(new Caller(EngineLake.CALLER.accountId(), EngineLake.CALLER.region()));
        try {
            return logs
                    .filterLogEvents(
                            filter -> filter.logGroupName("/aws/lambda/" + name).filterPattern("SEEN"))
                    .events()
                    .stream()
                    .map(event -> event.message())
                    .toList();
        } catch (ResourceNotFoundException e) {
            return List.of();
        }
    }

    private static JsonNode named(List<JsonNode> records, String event) {
        return records.stream()
                .filter(record -> record.path("eventName").asText().equals(event))
                .findFirst()
                .orElseThrow();
    }
}
