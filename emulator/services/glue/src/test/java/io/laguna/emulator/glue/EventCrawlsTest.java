package io.laguna.emulator.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.wire.Rooms;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.DeleteBehavior;
import software.amazon.awssdk.services.glue.model.LastCrawlInfo;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Tests of crawls that look at what the events in a queue tell of. */
@ExtendWith(CatalogLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventCrawlsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DATABASE = "event_crawls_test";
    private static final String FOLDER = "event crawls/";

    private final CatalogLake.Running lake;
    private final Glue service;
    private final GlueClient glue;
    private final SqsClient queues;
    private S3Client s3;

    EventCrawlsTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.service = lake.openAll();
        this.glue =
                Rooms.of(GlueClient.class, service.rooms(CatalogLake.CALLER)).client();
        this.queues = lake.queues(CatalogLake.CALLER);
    }

    @BeforeAll
    void open() {
        s3 = lake.s3();
        glue.createDatabase(create -> create.databaseInput(database -> database.name(DATABASE)));
    }

    @AfterAll
    void close() {
        s3.close();
        service.close();
    }

    private String queue(String name) {
        return queues.createQueue(create -> create.queueName(name)).queueUrl();
    }

    private String arn(String queue) {
        return queues.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }

    private void put(String key) {
        s3.putObject(
                put -> put.bucket(CatalogLake.BUCKET).key(FOLDER + key), RequestBody.fromString("id,name\n1,a\n2,b\n"));
    }

    private static String event(String name, String key) {
        return "{\"Records\":[{\"eventName\":\"" + name + "\",\"s3\":{\"bucket\":{\"name\":\"" + CatalogLake.BUCKET
                + "\"},\"object\":{\"key\":\"" + URLEncoder.encode(FOLDER + key, StandardCharsets.UTF_8) + "\"}}}]}";
    }

    private void send(String queue, String body) {
        queues.sendMessage(send -> send.queueUrl(queue).messageBody(body));
    }

    private LastCrawlInfo crawl(String name) {
        glue.startCrawler(start -> start.name(name));
        await().atMost(PATIENCE)
                .until(() -> glue.getCrawler(get -> get.name(name)).crawler().state() == CrawlerState.READY);
        return glue.getCrawler(get -> get.name(name)).crawler().lastCrawl();
    }

    private List<String> days() {
        return glue.getPartitions(get -> get.databaseName(DATABASE).tableName("sales")).partitions().stream()
                .map(Partition::values)
                .map(values -> values.get(0))
                .sorted()
                .toList();
    }

    private void create(String name, String events, String letters) {
        glue.createCrawler(create -> create.name(name)
                .role("role")
                .databaseName(DATABASE)
                .recrawlPolicy(policy -> policy.recrawlBehavior("CRAWL_EVENT_MODE"))
                .schemaChangePolicy(policy -> policy.deleteBehavior(DeleteBehavior.DELETE_FROM_DATABASE))
                .targets(targets -> targets.s3Targets(S3Target.builder()
                        .path("s3://" + CatalogLake.BUCKET + "/" + FOLDER)
                        .eventQueueArn(events)
                        .dlqEventQueueArn(letters)
                        .build())));
    }

    @Test
    void whatEventsTellOfIsLookedAtAndNothingElse() {
        String events = queue("events");
        String letters = queue("letters");
        create("by-events", arn(events), arn(letters));
        put("sales/day=1/a.csv");
        put("people/a.csv");

        assertThat(crawl("by-events").statusAsString()).isEqualTo("SUCCEEDED");
        assertThat(days()).as("the first crawl looks at everything").containsExactly("1");

        put("sales/day=2/a.csv");
        put("silent/a.csv");
        send(events, event("ObjectCreated:Put", "sales/day=2/a.csv"));
        send(events, "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}");
        send(events, "hello");
        crawl("by-events");
        assertThat(days()).containsExactly("1", "2");
        assertThat(tables()).as("nobody told of the folder silent").containsExactly("people", "sales");
        assertThat(received(letters)).extracting(Message::body).containsExactly("hello");

        s3.deleteObject(delete -> delete.bucket(CatalogLake.BUCKET).key(FOLDER + "sales/day=1/a.csv"));
        String removed = event("ObjectRemoved:Delete", "sales/day=1/a.csv").replace("\"", "\\\"");
        send(events, "{\"Type\":\"Notification\",\"TopicArn\":\"t\",\"Message\":\"" + removed + "\"}");
        send(events, event("ObjectCreated:Copy", "silent/a.csv"));
        crawl("by-events");
        assertThat(days()).containsExactly("2");
        assertThat(tables()).containsExactly("people", "sales", "silent");

        put("sales/day=3/a.csv");
        assertThat(crawl("by-events").statusAsString()).isEqualTo("SUCCEEDED");
        assertThat(days()).as("there was no event").containsExactly("2");
        assertThat(received(events)).isEmpty();
    }

    private List<Message> received(String queue) {
        return queues.receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(10))
                .messages();
    }

    private List<String> tables() {
        return glue.getTables(get -> get.databaseName(DATABASE)).tableList().stream()
                .map(Table::name)
                .sorted()
                .toList();
    }

    @Test
    void aQueueThatIsNotThereFailsTheCrawl() {
        create("nowhere", CatalogLake.CALLER.arn("sqs", "nowhere"), "");

        LastCrawlInfo crawl = crawl("nowhere");

        assertThat(crawl.statusAsString()).isEqualTo("FAILED");
        assertThat(crawl.errorMessage()).contains("SQS queue ARN").contains("does not exist");
    }
}
