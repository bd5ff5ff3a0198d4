package io.laguna.emulator.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.event.Event;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@ExtendWith(EventsLake.class)
class RulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int SMALL = 1024;

    private final EventsLake.Running lake;
    private final SqsClient queues;
    private final String rule = "r-" + UUID.randomUUID();
    private final String source = "test." + UUID.randomUUID();
    private Events service;
    private EventBridgeClient events;

    RulesTest(EventsLake.Running lake) {
        this.lake = lake;
        this.queues = lake.queues(EngineLake.CALLER);
        open();
    }

    private void open() {
        service = lake.open();
        events = Rooms.of(EventBridgeClient.class, service.rooms(EngineLake.CALLER))
                .client();
    }

    @AfterEach
    void close() {
        service.close();
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

    private void put(String pattern, Target... targets) {
        events.putRule(put -> put.name(rule).eventPattern(pattern));
        events.putTargets(put -> put.rule(rule).targets(targets));
    }

    private static Target target(String arn) {
        return Target.builder().id("t").arn(arn).build();
    }

    private PutEventsResultEntry send(String detail) {
        return events.putEvents(put -> put.entries(PutEventsRequestEntry.builder()
                        .source(source)
                        .detailType("Sale")
                        .detail(detail)
                        .build()))
                .entries()
                .get(0);
    }

    private List<Message> received(String queue) {
        return queues.receiveMessage(receive -> receive.queueUrl(queue)
                        .waitTimeSeconds(10)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All"))
                .messages();
    }

    @Test
    void anEventThatARuleWantsReachesItsTarget() throws IOException {
        String queue = queue();
        put(
                "{\"source\": [\"" + source + "\"], \"detail\": {\"amount\": [{\"numeric\": [\">\", 10]}]}}",
                target(arn(queue)));

        send("{\"amount\": 5}");
        String id = send("{\"amount\": 50}").eventId();

        JsonNode event = JSON.readTree(received(queue).get(0).body());
        assertThat(event.path("id").asText()).isEqualTo(id);
        assertThat(event.path("source").asText()).isEqualTo(source);
        assertThat(event.path("detail-type").asText()).isEqualTo("Sale");
        assertThat(event.path("account").asText()).isEqualTo(EngineLake.CALLER.accountId());
        assertThat(event.at("/detail/amount").asInt()).isEqualTo(50);
    }

    @Test
    void anEventOfLagunasServicesIsOnTheDefaultBus() throws IOException {
        String queue = queue();
        put(
                "{\"source\": [\"aws.glue\"], \"detail\": {\"state\": [\"FAILED\"], \"jobName\": [\"" + source
                        + "\"]}}",
                target(arn(queue)));
        ObjectNode detail = JSON.createObjectNode().put("jobName", source).put("state", "FAILED");

        service.take(
                Event.of("aws.glue", "Glue Job State Change", EngineLake.CALLER, Instant.now(), List.of(), detail));

        assertThat(JSON.readTree(received(queue).get(0).body())
                        .at("/detail/state")
                        .asText())
                .isEqualTo("FAILED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            $.detail.city                          |                                             | "Cali"
            $.detail.items[1].id                   |                                             | 2
            $.detail                               |                                             | {"city":"Cali","items":[{"id":1},{"id":2}]}
                                                   | "Sales of <city>"                           | "Sales of Cali"
                                                   | {"where": <city>, "first": <first>}         | {"where": "Cali", "first": {"id":1}}
                                                   | "rule <aws.events.rule-name>, none: <none>" | "rule NAME, none: "
            """)
    void aTargetGetsWhatItsInputSays(String path, String template, String expected) {
        String queue = queue();
        Target.Builder target = target(arn(queue)).toBuilder();
        if (path != null) {
            target.inputPath(path);
        } else {
            target.inputTransformer(transformer -> transformer
                    .inputTemplate(template)
                    .inputPathsMap(
                            Map.of("city", "$.detail.city", "first", "$.detail.items[0]", "none", "$.detail.none")));
        }
        put("{\"source\": [\"" + source + "\"]}", target.build());

        send("{\"city\": \"Cali\", \"items\": [{\"id\": 1}, {\"id\": 2}]}");

        assertThat(received(queue).get(0).body()).isEqualTo(expected.replace("NAME", rule));
    }

    @Test
    void anEventReachesTargetsOfEachKind() {
        String queue = queue();
        String topic = lake.topics(EngineLake.CALLER)
                .createTopic(create -> create.name(rule))
                .topicArn();
        lake.topics(EngineLake.CALLER)
                .subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("sqs").endpoint(arn(queue)));
        String bus = events.createEventBus(create -> create.name(rule)).eventBusArn();
        String logs = "/aws/events/" + rule;
        lake.logs(EngineLake.CALLER).createLogGroup(create -> create.logGroupName(logs));
        String other = queue();
        events.putRule(
                put -> put.name("other").eventBusName(rule).eventPattern("{\"source\": [{\"prefix\": \"test.\"}]}"));
        events.putTargets(put -> put.rule("other").eventBusName(rule).targets(target(arn(other))));
        List<String> arns = List.of(
                topic,
                bus,
                EngineLake.CALLER.arn("logs", "log-group:" + logs),
                EngineLake.CALLER.arn("lambda", "function:f"),
                EngineLake.CALLER.arn("glue", "workflow/" + rule));
        put(
                "{\"source\": [\"" + source + "\"]}",
                arns.stream()
                        .map(arn -> Target.builder()
                                .id("t" + arns.indexOf(arn))
                                .arn(arn)
                                .build())
                        .toArray(Target[]::new));

        String id = send("{}").eventId();

        assertThat(received(queue)).hasSize(1);
        assertThat(received(other)).singleElement().satisfies(message -> assertThat(message.body())
                .contains(id));
        await().untilAsserted(() -> assertThat(lake.workflows).contains(rule + " " + id));
        await().untilAsserted(() -> assertThat(lake.invoked)
                .anySatisfy(
                        invoked -> assertThat(invoked.payload().asUtf8String()).contains(id)));
        await().untilAsserted(() -> assertThat(lake.logs(EngineLake.CALLER)
                        .filterLogEvents(filter -> filter.logGroupName(logs))
                        .events())
                .hasSize(1));
    }

    @Test
    void aTargetThatIsGoneLosesItsEventsToTheDeadLetters() {
        String letters = queue();
        put(
                "{\"source\": [\"" + source + "\"]}",
                target(EngineLake.CALLER.arn("sqs", "gone")).toBuilder()
                        .deadLetterConfig(config -> config.arn(arn(letters)))
                        .build());

        send("{}");

        assertThat(received(letters)).singleElement().satisfies(message -> {
            assertThat(message.body()).contains(source);
            assertThat(message.messageAttributes().get("ERROR_CODE").stringValue())
                    .isEqualTo("NO_RESOURCE");
            assertThat(message.messageAttributes()).doesNotContainKey("EXHAUSTED_RETRY_CONDITION");
        });
    }

    @Test
    void aDeadLetterTellsWhyItsEventIsNotTriedAgain() {
        String letters = queue();
        put(
                "{\"source\": [\"" + source + "\"]}",
                target(EngineLake.CALLER.arn("lambda", "function:broken")).toBuilder()
                        .retryPolicy(policy -> policy.maximumRetryAttempts(0))
                        .deadLetterConfig(config -> config.arn(arn(letters)))
                        .build());

        send("{}");

        assertThat(received(letters)).singleElement().satisfies(message -> assertThat(message.messageAttributes()
                        .get("EXHAUSTED_RETRY_CONDITION")
                        .stringValue())
                .isEqualTo("MaximumRetryAttempts"));
    }

    @Test
    void ofEventsThatGoTogetherOnlyTheOneThatAQueueRefusesIsADeadLetter() {
        String small = queue();
        queues.setQueueAttributes(set -> set.queueUrl(small)
                .attributes(Map.of(QueueAttributeName.MAXIMUM_MESSAGE_SIZE, Integer.toString(SMALL))));
        String letters = queue();
        put(
                "{\"source\": [\"" + source + "\"]}",
                target(arn(small)).toBuilder()
                        .deadLetterConfig(config -> config.arn(arn(letters)))
                        .build());

        List<String> sent = events
                .putEvents(put -> put.entries(IntStream.range(0, 10)
                        .mapToObj(each -> PutEventsRequestEntry.builder()
                                .source(source)
                                .detailType("Sale")
                                .detail("{\"text\": \"" + "x".repeat(each == 7 ? SMALL : 1) + "\"}")
                                .build())
                        .toList()))
                .entries()
                .stream()
                .map(PutEventsResultEntry::eventId)
                .toList();

        assertThat(received(letters)).singleElement().satisfies(message -> {
            assertThat(message.body()).contains(sent.get(7));
            assertThat(message.messageAttributes().get("ERROR_CODE").stringValue())
                    .isEqualTo("INVALID_PARAMETER");
        });
        await().untilAsserted(() -> assertThat(
                        queues.getQueueAttributes(get -> get.queueUrl(small).attributeNames(QueueAttributeName.ALL))
                                .attributes())
                .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "9"));
        assertThat(received(small))
                .extracting(Message::body)
                .allSatisfy(body -> assertThat(sent).anyMatch(body::contains))
                .noneMatch(body -> body.contains(sent.get(7)));
    }

    @Test
    void anEventRunsAStatementOfRedshift() {
        put(
                "{\"source\": [\"" + source + "\"]}",
                target(EngineLake.CALLER.arn("redshift", "cluster:sales")).toBuilder()
                        .redshiftDataParameters(statement -> statement
                                .database("dev")
                                .dbUser("admin")
                                .sql("call load()")
                                .withEvent(true))
                        .build());

        send("{}");

        await().untilAsserted(() -> assertThat(lake.statements).anySatisfy(statement -> {
            assertThat(statement.clusterIdentifier()).isEqualTo("sales");
            assertThat(statement.database()).isEqualTo("dev");
            assertThat(statement.sql()).isEqualTo("call load()");
            assertThat(statement.withEvent()).isTrue();
        }));
        assertThatThrownBy(() -> events.putTargets(
                        put -> put.rule(rule).targets(target(EngineLake.CALLER.arn("redshift", "cluster:sales")))))
                .hasMessageContaining("a Redshift target needs them");
    }

    @Test
    void aBusHasThePolicyThatItIsGiven() {
        String bus = "bus-" + source;
        events.createEventBus(create -> create.name(bus));
        events.putPermission(put -> put.eventBusName(bus)
                .statementId("one")
                .action("events:PutEvents")
                .principal("111111111111"));
        events.putPermission(put -> put.eventBusName(bus)
                .statementId("all")
                .action("events:PutEvents")
                .principal("*")
                .condition(organisation -> organisation
                        .type("StringEquals")
                        .key("aws:PrincipalOrgID")
                        .value("o-1")));

        assertThat(policy(bus))
                .contains("\"Sid\":\"one\"", "arn:aws:iam::111111111111:root", "{\"aws:PrincipalOrgID\":\"o-1\"}");
        events.removePermission(remove -> remove.eventBusName(bus).statementId("one"));
        assertThat(policy(bus)).doesNotContain("111111111111").contains("o-1");
        assertThatThrownBy(() -> events.removePermission(
                        remove -> remove.eventBusName(bus).statementId("one")))
                .hasMessageContaining("Statement with the provided id does not exist.");
        events.removePermission(remove -> remove.eventBusName(bus).removeAllPermissions(true));
        assertThat(policy(bus)).isNull();
        assertThatThrownBy(() -> events.putPermission(put -> put.eventBusName(bus)
                        .statementId("one")
                        .action("events:PutRule")
                        .principal("*")))
                .hasMessageContaining("it must be events:PutEvents");
        events.updateEventBus(update -> update.name(bus).description("later"));
        assertThat(events.describeEventBus(describe -> describe.name(bus)).description())
                .isEqualTo("later");
    }

    private String policy(String bus) {
        return events.describeEventBus(describe -> describe.name(bus)).policy();
    }

    @Test
    void whatWasTakenIsDeliveredAfterARestart() {
        String queue = queue();
        put("{\"source\": [\"" + source + "\"]}", target(arn(queue)));
        service.close();
        // Nobody delivers now.
        send("{}");
        assertThat(queues.receiveMessage(receive -> receive.queueUrl(queue)).messages())
                .isEmpty();

        open();

        assertThat(received(queue)).hasSize(1);
    }

    @Test
    void aRuleWithTargetsIsNotDeleted() {
        put("{\"source\": [\"" + source + "\"]}", target(arn(queue())));

        assertThatThrownBy(() -> events.deleteRule(delete -> delete.name(rule)))
                .hasMessageContaining("Rule can't be deleted since it has targets.");
        events.removeTargets(remove -> remove.rule(rule).ids("t"));
        events.deleteRule(delete -> delete.name(rule));
        assertThatThrownBy(() -> events.describeRule(describe -> describe.name(rule)))
                .hasMessageContaining("Rule " + rule + " does not exist on EventBus default.");
    }

    @Test
    void badRequestsAreRefused() {
        assertThatThrownBy(() -> events.putRule(put -> put.name(rule).eventPattern("{\"source\": \"x\"}")))
                .isInstanceOf(InvalidEventPatternException.class)
                .hasMessageContaining("Event pattern is not valid. Reason: \"source\" must be an object or an array");
        assertThatThrownBy(() -> events.putRule(put -> put.name(rule).scheduleExpression("rate(1 minutes)")))
                .hasMessageContaining("ScheduleExpression is not valid");
        assertThatThrownBy(() -> events.putRule(put -> put.name(rule)))
                .hasMessageContaining("EventPattern or ScheduleExpression must be specified");
        put("{\"source\": [\"" + source + "\"]}", target(arn(queue())));
        assertThatThrownBy(() -> events.putTargets(
                        put -> put.rule(rule).targets(target("arn:aws:ecs:us-east-1:000000000000:cluster/x"))))
                .hasMessageContaining("not implemented by Laguna as a target");
        assertThat(send("not json").errorCode()).isEqualTo("MalformedDetail");
        assertThat(events.putEvents(put -> put.entries(PutEventsRequestEntry.builder()
                                .source("aws.s3")
                                .detailType("x")
                                .detail("{}")
                                .build()))
                        .entries()
                        .get(0)
                        .errorCode())
                .isEqualTo("NotAuthorizedForSourceException");
    }
}
