package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

/** Tests of schedules that call operations of every service. */
@ExtendWith(SharedLake.class)
class SchedulerTargetsSystemTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ROLE = "arn:aws:iam::000000000000:role/schedules";

    private SystemLake lake;

    @BeforeEach
    void share(SharedLake.Running running) {
        this.lake = running.lake();
    }

    @Test
    void aScheduleWritesAnObjectMakesADatabaseAndDeletesAnotherSchedule() {
        try (SchedulerClient scheduler = lake.client(SchedulerClient.builder())) {
            schedule(
                    scheduler,
                    "putting",
                    "s3:putObject",
                    """
                    {"Bucket": "lake", "Key": "scheduled/<aws.scheduler.attempt-number>", "Body": "on time"}""",
                    now());
            schedule(
                    scheduler,
                    "making",
                    "glue:createDatabase",
                    """
                    {"DatabaseInput": {"Name": "scheduled", "Parameters": {"made": "on time"}}}""",
                    now());
            schedule(scheduler, "ending", "scheduler:deleteSchedule", "{\"Name\": \"ended\"}", now());
            schedule(scheduler, "ended", "s3:deleteBucket", "{\"Bucket\": \"never\"}", "at(2999-01-01T00:00:00)");

            await().atMost(SOON).untilAsserted(() -> assertThatThrownBy(
                            () -> scheduler.getSchedule(request -> request.name("ended")))
                    .isInstanceOf(ResourceNotFoundException.class));
            await().atMost(SOON).untilAsserted(() -> assertThat(lake.glue()
                            .getDatabase(request -> request.name("scheduled"))
                            .database()
                            .parameters())
                    .containsEntry("made", "on time"));
            await().atMost(SOON).untilAsserted(() -> assertThat(lake.s3()
                            .getObjectAsBytes(request -> request.bucket("lake").key("scheduled/1"))
                            .asString(StandardCharsets.UTF_8))
                    .isEqualTo("on time"));
        }
    }

    @Test
    void aCallThatFailsIsInTheLogAndSoIsOneThatSucceedsButNotItsCredentials() {
        try (SchedulerClient scheduler = lake.client(SchedulerClient.builder())) {
            schedule(scheduler, "failing", "glue:deleteDatabase", "{\"Name\": \"never-made\"}", now());
            schedule(
                    scheduler,
                    "assuming",
                    "sts:assumeRole",
                    """
                    {"RoleArn": "%s", "RoleSessionName": "on-time"}""".formatted(ROLE),
                    now());

            await().atMost(SOON).untilAsserted(() -> assertThat(log("failing"))
                    .singleElement()
                    .asString()
                    .contains("\"outcome\":\"FAILED\"", "EntityNotFoundException"));
            await().atMost(SOON).untilAsserted(() -> assertThat(log("assuming"))
                    .singleElement()
                    .asString()
                    .contains("\"outcome\":\"SUCCEEDED\"")
                    .doesNotContain("Secret", "SessionToken"));
        }
    }

    @Test
    void anOperationThatIsNotBuiltAndAnInputOfAnotherOperationAreRefused() {
        try (SchedulerClient scheduler = lake.client(SchedulerClient.builder())) {
            assertThatThrownBy(() -> schedule(
                            scheduler,
                            "unbuilt",
                            "glue:createBlueprint",
                            """
                            {"Name": "b", "BlueprintLocation": "s3://code/b.zip"}""",
                            now()))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("not implemented by Laguna");
            assertThatThrownBy(() -> schedule(scheduler, "missing", "athena:startQueryExecution", "{}", now()))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("Request payload is missing the following field(s): QueryString.");
            assertThatThrownBy(() -> schedule(scheduler, "lower", "s3:putObject", "{\"bucket\": \"lake\"}", now()))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("unknown field: bucket");
        }
    }

    @Test
    @Tag("slow")
    void aScheduleStartsAQuery(AthenaSide side) {
        try (side;
                SchedulerClient scheduler = lake.client(SchedulerClient.builder());
                AthenaClient athena = lake.client(AthenaClient.builder())) {
            schedule(
                    scheduler,
                    "asking",
                    "athena:startQueryExecution",
                    """
                    {"QueryString": "SELECT 'on time' answer", "ResultConfiguration": {"OutputLocation": "s3://lake/asked/"}}""",
                    now());

            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                List<String> ids = athena.listQueryExecutions(request -> {}).queryExecutionIds();
                assertThat(ids).isNotEmpty();
                assertThat(athena.batchGetQueryExecution(request -> request.queryExecutionIds(ids))
                                .queryExecutions())
                        .anyMatch(query -> query.query().equals("SELECT 'on time' answer")
                                && query.status().state() == QueryExecutionState.SUCCEEDED);
            });
        }
    }

    private static String now() {
        return "at("
                + DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.now().plusSeconds(2))
                + ")";
    }

    private static void schedule(
            SchedulerClient scheduler, String name, String operation, String input, String expression) {
        scheduler.createSchedule(request -> request.name(name)
                .scheduleExpression(expression)
                .actionAfterCompletion(ActionAfterCompletion.NONE)
                .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                .target(target -> target.arn("arn:aws:scheduler:::aws-sdk:" + operation)
                        .roleArn(ROLE)
                        .input(input)));
    }

    private List<String> log(String schedule) throws IOException {
        return Files.readAllLines(lake.log("scheduler")).stream()
                .filter(line -> line.contains("schedule/default/" + schedule + "\""))
                .toList();
    }
}
