package io.laguna.emulator.scheduler;

import static io.laguna.emulator.scheduler.TestScheduler.CALLER;
import static io.laguna.emulator.scheduler.TestScheduler.JOB_RUN;
import static io.laguna.emulator.scheduler.TestScheduler.STEPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleGroupSummary;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.Tag;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

/** Tests of the API and its errors. */
@ExtendWith(SchedulerState.class)
class SchedulesTest {
    private static final String DAILY = "cron(0 10 * * ? *)";

    private TestScheduler scheduler;
    private SchedulerClient client;

    @BeforeEach
    void open(State state, @TempDir Path folder) {
        this.scheduler = new TestScheduler(state, folder);
        this.client = scheduler.client;
    }

    @Test
    void aScheduleIsKeptWithTheDefaults() {
        scheduler.create("daily", DAILY, JOB_RUN);

        GetScheduleResponse schedule = client.getSchedule(request -> request.name("daily"));

        assertThat(schedule.arn()).isEqualTo("arn:aws:scheduler:eu-west-1:123456789012:schedule/default/daily");
        assertThat(schedule.groupName()).isEqualTo("default");
        assertThat(schedule.state()).isEqualTo(ScheduleState.ENABLED);
        assertThat(schedule.actionAfterCompletion()).isEqualTo(ActionAfterCompletion.NONE);
        assertThat(schedule.scheduleExpressionTimezone()).isEqualTo("UTC");
        assertThat(schedule.creationDate()).isEqualTo(TestClock.START);
        assertThat(schedule.target().input()).isEqualTo(JOB_RUN.input());
        assertThat(schedule.target().retryPolicy().maximumRetryAttempts()).isEqualTo(185);
        assertThat(schedule.target().retryPolicy().maximumEventAgeInSeconds()).isEqualTo(86_400);
    }

    @Test
    void anUpdateReplacesEverything() {
        scheduler.create("daily", DAILY, JOB_RUN, request -> request.description("old")
                .state(ScheduleState.DISABLED)
                .scheduleExpressionTimezone("America/Bogota"));
        scheduler.pass(Duration.ofMinutes(1));

        client.updateSchedule(request -> request.name("daily")
                .scheduleExpression("rate(1 day)")
                .target(STEPS)
                .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF)));

        GetScheduleResponse schedule = client.getSchedule(request -> request.name("daily"));
        assertThat(schedule.description()).isNull();
        assertThat(schedule.state()).isEqualTo(ScheduleState.ENABLED);
        assertThat(schedule.scheduleExpressionTimezone()).isEqualTo("UTC");
        assertThat(schedule.target().arn()).isEqualTo(STEPS.arn());
        assertThat(schedule.creationDate()).isEqualTo(TestClock.START);
        assertThat(schedule.lastModificationDate()).isEqualTo(TestClock.START.plusSeconds(60));
    }

    @Test
    void aNameIsTakenOnceAndATokenMakesTheSameRequestOne() {
        scheduler.create("taken", DAILY, JOB_RUN, request -> request.clientToken("one"));
        scheduler.create("taken", DAILY, JOB_RUN, request -> request.clientToken("one"));

        assertThatThrownBy(() -> scheduler.create("taken", DAILY, STEPS, request -> request.clientToken("one")))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> scheduler.create("taken", DAILY, JOB_RUN))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Schedule taken already exists.");
        assertThat(client.listSchedules(request -> {}).schedules()).hasSize(1);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> client.getSchedule(request -> request.name("none")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessage("Schedule none does not exist.");
        assertThatThrownBy(() -> client.deleteSchedule(request -> request.name("none")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> scheduler.create("a", DAILY, STEPS, request -> request.groupName("none")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessage("Schedule group none does not exist.");
        assertThatThrownBy(() -> client.listSchedules(request -> request.groupName("none")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void schedulesAreListedByGroupPrefixAndStateInPages() {
        client.createScheduleGroup(request -> request.name("other"));
        for (String name : new String[] {"b-1", "a-1", "a-2", "a-3"}) {
            scheduler.create(name, DAILY, STEPS);
        }
        scheduler.create("a-1", DAILY, STEPS, request -> request.groupName("other"));
        scheduler.create("off", DAILY, STEPS, request -> request.state(ScheduleState.DISABLED));

        ListSchedulesResponse page = client.listSchedules(
                request -> request.groupName("default").namePrefix("a-").maxResults(2));
        assertThat(page.schedules()).extracting(ScheduleSummary::name).containsExactly("a-1", "a-2");
        assertThat(page.schedules().get(0).target().arn()).isEqualTo(STEPS.arn());
        ListSchedulesResponse last = client.listSchedules(request ->
                request.groupName("default").namePrefix("a-").maxResults(2).nextToken(page.nextToken()));
        assertThat(last.schedules()).extracting(ScheduleSummary::name).containsExactly("a-3");
        assertThat(last.nextToken()).isNull();

        assertThat(client.listSchedules(request -> {}).schedules()).hasSize(6);
        assertThat(client.listSchedules(request -> request.state(ScheduleState.DISABLED))
                        .schedules())
                .extracting(ScheduleSummary::name)
                .containsExactly("off");
        assertThatThrownBy(() -> client.listSchedules(request -> request.nextToken("x")))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void aGroupIsDeletedWithItsSchedules() {
        client.createScheduleGroup(request -> request.name("g"));
        scheduler.create("a", "rate(1 hour)", STEPS, request -> request.groupName("g"));

        client.deleteScheduleGroup(request -> request.name("g"));
        scheduler.pass(Duration.ofHours(1));

        assertThat(scheduler.targets.steps).isEmpty();
        assertThat(client.listScheduleGroups(request -> {}).scheduleGroups())
                .extracting(ScheduleGroupSummary::name)
                .containsExactly("default");
        assertThatThrownBy(() -> client.getScheduleGroup(request -> request.name("g")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> client.deleteScheduleGroup(request -> request.name("default")))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void groupsAreTagged() {
        String arn = client.createScheduleGroup(request -> request.name("g")
                        .tags(Tag.builder().key("team").value("lake").build()))
                .scheduleGroupArn();
        assertThat(arn).isEqualTo("arn:aws:scheduler:eu-west-1:123456789012:schedule-group/g");
        client.tagResource(request -> request.resourceArn(arn)
                .tags(Tag.builder().key("cost").value("1").build()));
        client.untagResource(request -> request.resourceArn(arn).tagKeys("team"));

        assertThat(client.listTagsForResource(request -> request.resourceArn(arn))
                        .tags())
                .containsExactly(Tag.builder().key("cost").value("1").build());
        assertThatThrownBy(() -> client.createScheduleGroup(request -> request.name("g")))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void accountsAndRegionsAreApart() {
        scheduler.create("mine", DAILY, STEPS);

        SchedulerClient others = scheduler.client(new Caller(CALLER.accountId(), "us-east-1"));
        assertThat(others.listSchedules(request -> {}).schedules()).isEmpty();
        assertThatThrownBy(() -> others.getSchedule(request -> request.name("mine")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void whatIsWrongIsRefused() {
        refused(request -> request.name("no spaces")).hasMessageContaining("^[0-9a-zA-Z-_.]+$");
        refused(request -> request.name("daily\n")).hasMessageContaining("^[0-9a-zA-Z-_.]+$");
        refused(request -> request.name("x".repeat(65))).hasMessageContaining("less than or equal to 64");
        refused(request -> request.scheduleExpression("cron(0 10 * * * *)"))
                .hasMessage("Invalid Schedule Expression cron(0 10 * * * *).");
        refused(request -> request.scheduleExpressionTimezone("Mars/Olympus")).hasMessageContaining("Mars/Olympus");
        refused(request -> request.flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.FLEXIBLE)))
                .hasMessageContaining("MaximumWindowInMinutes");
        refused(request -> request.flexibleTimeWindow(
                        window -> window.mode(FlexibleTimeWindowMode.FLEXIBLE).maximumWindowInMinutes(1441)))
                .hasMessageContaining("less than or equal to 1440");
        refused(request -> request.startDate(Instant.parse("2025-12-31T23:00:00Z")))
                .hasMessage("The StartDate you specify cannot be earlier than 5 minutes ago.");
        refused(request -> request.state("PAUSED")).hasMessageContaining("enum value set");
    }

    @Test
    void aTargetThatCannotBeCalledIsRefused() {
        target(target -> target.arn("arn:aws:lambda:eu-west-1:123456789012:function:f"))
                .hasMessage("lambda is not a supported service for a target.");
        target(target -> target.arn("arn:aws:scheduler:eu-west-1:123456789012:aws-sdk:emr:addJobFlowSteps"))
                .hasMessage("scheduler is not a supported service for a target.");
        target(target -> target.arn("addJobFlowSteps")).hasMessage("Provided Arn is not in correct format.");
        target(target -> target.arn("arn:aws:scheduler:::aws-sdk:sqs:sendMessage"))
                .hasMessage("sqs is not a supported service for a target.");
        target(target -> target.arn("arn:aws:scheduler:::aws-sdk:emr:listSteps"))
                .hasMessage("listSteps API is not supported.");
        target(target -> target.arn("arn:aws:scheduler:::aws-sdk:emr:AddJobFlowSteps"))
                .hasMessage("AddJobFlowSteps API is not supported.");
        target(target -> target.arn("arn:aws:scheduler:::aws-sdk:emr:addStudio"))
                .hasMessage("addStudio API is not supported.");
        target(target -> target.arn("arn:aws:scheduler:::aws-sdk:emr:deleteStudio")
                        .input("{\"StudioId\": \"es-1\"}"))
                .hasMessage("not implemented by Laguna: arn:aws:scheduler:::aws-sdk:emr:deleteStudio");
        target(target -> target.roleArn(null)).hasMessageContaining("target.roleArn");
        target(target -> target.roleArn("me")).hasMessageContaining("target.roleArn");
        target(target -> target.input(null)).hasMessageContaining("You must provide an input");
        target(target -> target.deadLetterConfig(letter -> letter.arn("arn:aws:sqs:eu-west-1:123456789012:q")))
                .hasMessageContaining("is not the ARN of a queue");
        target(target -> target.retryPolicy(policy -> policy.maximumRetryAttempts(186)))
                .hasMessageContaining("less than or equal to 185");
    }

    @Test
    void anInputThatIsNotTheOperationsRequestIsRefused() {
        target(target -> target.input("{")).hasMessageContaining("Invalid RequestJson provided. Reason");
        target(target -> target.input("[]")).hasMessageContaining("Request payload is not an object");
        target(target -> target.input("{} {}")).hasMessageContaining("not JSON");
        target(target -> target.input("")).hasMessageContaining("Request payload is not an object");
        target(target -> target.input("{\"JobFlowId\": \"j\\u0000\", \"Steps\": []}"))
                .hasMessageContaining("JobFlowId is not of type string");
        target(target -> target.input("{\"Steps\": []}"))
                .hasMessage("Invalid RequestJson provided. Reason Request payload is missing the following field(s):"
                        + " JobFlowId.");
        target(target -> target.input("{\"jobFlowId\": \"j-1\", \"Steps\": []}"))
                .hasMessageContaining("unknown field: jobFlowId");
        target(target -> target.input("{\"JobFlowId\": 1, \"Steps\": []}")).hasMessageContaining("JobFlowId is not");
        target(target -> target.input("{\"JobFlowId\": \"j-1\", \"Steps\": [{\"Jar\": \"a\"}]}"))
                .hasMessageContaining("unknown field: Steps[0].Jar");
    }

    private AbstractThrowableAssert<?, ?> target(Consumer<Target.Builder> change) {
        Target.Builder target = STEPS.toBuilder();
        change.accept(target);
        return refused(request -> request.target(target.build()));
    }

    private AbstractThrowableAssert<?, ?> refused(Consumer<CreateScheduleRequest.Builder> change) {
        return assertThatThrownBy(() -> scheduler.create("refused", DAILY, STEPS, change))
                .isInstanceOf(ValidationException.class);
    }
}
