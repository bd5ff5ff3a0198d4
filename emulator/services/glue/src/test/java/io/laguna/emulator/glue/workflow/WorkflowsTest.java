package io.laguna.emulator.glue.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.testkit.CallScript;
import io.laguna.emulator.testkit.CommittedIndex;
import io.laguna.emulator.testlake.EngineLake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Action;
import software.amazon.awssdk.services.glue.model.ConcurrentRunsExceededException;
import software.amazon.awssdk.services.glue.model.Condition;
import software.amazon.awssdk.services.glue.model.CrawlState;
import software.amazon.awssdk.services.glue.model.CreateTriggerRequest;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.IllegalWorkflowStateException;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.Logical;
import software.amazon.awssdk.services.glue.model.Node;
import software.amazon.awssdk.services.glue.model.ResumeWorkflowRunResponse;
import software.amazon.awssdk.services.glue.model.TriggerState;
import software.amazon.awssdk.services.glue.model.TriggerType;
import software.amazon.awssdk.services.glue.model.WorkflowRun;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatus;

@ExtendWith(WorkflowsLake.class)
class WorkflowsTest {
    private static final CommittedIndex INDEX = new CommittedIndex(GlueClient.class, "glue-2017-03-31", "glue");
    private static final String DONE = "print('done')\n";
    private static final String FAILS = "raise SystemExit(3)\n";
    private static final String ENDLESS = "import time\ntime.sleep(600)\n";

    private final WorkflowsLake.Running lake;

    WorkflowsTest(WorkflowsLake.Running lake) {
        this.lake = lake;
    }

    @TestFactory
    Stream<DynamicTest> callsAreAnsweredAsAwsAnswersThem() {
        return CallScript.of(WorkflowsTest.class, "workflows.txt").tests(INDEX, lake::rooms);
    }

    @Test
    void jobsRunInOrderWithTheRunsProperties() {
        lake.job("order_1", DONE);
        lake.job("order_2", DONE);
        workflow("order", Map.of("a", "default", "b", "default"));
        onDemand("order_start", "order", job("order_1"));
        conditional("order_then", "order", Logical.AND, List.of(when("order_1", "SUCCEEDED")), job("order_2"));

        String id = lake.glue()
                .startWorkflowRun(start -> start.name("order").runProperties(Map.of("b", "given")))
                .runId();
        WorkflowRun run = lake.await("order", id, WorkflowRunStatus.COMPLETED);

        assertThat(id).matches("wr_[0-9a-f]{64}");
        assertThat(run.workflowRunProperties()).isEqualTo(Map.of("a", "default", "b", "given"));
        assertThat(run.statistics().totalActions()).isEqualTo(2);
        assertThat(run.statistics().succeededActions()).isEqualTo(2);
        assertThat(run.completedOn()).isAfter(run.startedOn());
        JobRun first = lake.runs("order_1").get(0);
        JobRun second = lake.runs("order_2").get(0);
        assertThat(first.arguments()).containsEntry("--WORKFLOW_NAME", "order").containsEntry("--WORKFLOW_RUN_ID", id);
        assertThat(first.triggerName()).isEqualTo("order_start");
        assertThat(second.triggerName()).isEqualTo("order_then");
        assertThat(second.predecessorRuns()).singleElement().satisfies(predecessor -> {
            assertThat(predecessor.jobName()).isEqualTo("order_1");
            assertThat(predecessor.runId()).isEqualTo(first.id());
        });
        assertThat(run.graph().nodes())
                .extracting(Node::name)
                .containsExactlyInAnyOrder("order_start", "order_then", "order_1", "order_2");
        assertThat(run.graph().edges()).hasSize(3);
        assertThat(node(run, "order_2").jobDetails().jobRuns())
                .extracting(JobRun::id)
                .containsExactly(second.id());
        assertThat(node(run, "order_then").triggerDetails().trigger().type()).isEqualTo(TriggerType.CONDITIONAL);
        assertThat(lake.glue()
                        .getWorkflow(get -> get.name("order"))
                        .workflow()
                        .lastRun()
                        .workflowRunId())
                .isEqualTo(id);
        assertThat(lake.glue().getWorkflow(get -> get.name("order")).workflow().defaultRunProperties())
                .containsEntry("b", "default");
    }

    @Test
    void aRunWithAFailedNodeIsCompletedAndItsBranchForFailuresHasRun() {
        lake.job("branch_good", DONE);
        lake.job("branch_bad", FAILS);
        lake.job("branch_success", DONE);
        lake.job("branch_failure", DONE);
        workflow("branch", Map.of());
        onDemand("branch_start", "branch", job("branch_good"), job("branch_bad"));
        conditional(
                "branch_all",
                "branch",
                Logical.AND,
                List.of(when("branch_good", "SUCCEEDED"), when("branch_bad", "SUCCEEDED")),
                job("branch_success"));
        conditional(
                "branch_any",
                "branch",
                Logical.ANY,
                List.of(when("branch_good", "FAILED"), when("branch_bad", "FAILED")),
                job("branch_failure"));

        WorkflowRun run = lake.await("branch", start("branch"), WorkflowRunStatus.COMPLETED);

        assertThat(run.statistics().failedActions()).isEqualTo(1);
        assertThat(run.statistics().succeededActions()).isEqualTo(2);
        assertThat(lake.runs("branch_success")).isEmpty();
        assertThat(lake.runs("branch_failure")).hasSize(1);
    }

    @Test
    void aJobThatIsStartedByHandFiresNothing() {
        lake.job("hand", DONE);
        lake.job("hand_then", DONE);
        conditional("hand_outside", null, Logical.AND, List.of(when("hand", "SUCCEEDED")), job("hand_then"));
        onDemand("hand_start", null, job("hand"));

        String run = lake.glue().startJobRun(start -> start.jobName("hand")).jobRunId();
        await().until(() -> lake.glue()
                        .getJobRun(get -> get.jobName("hand").runId(run))
                        .jobRun()
                        .jobRunState()
                == JobRunState.SUCCEEDED);
        assertThat(lake.runs("hand_then")).isEmpty();

        lake.glue().startTrigger(start -> start.name("hand_start"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lake.runs("hand_then").size() == 1);
        assertThat(lake.runs("hand_then").get(0).arguments()).doesNotContainKey("--WORKFLOW_NAME");
        assertThat(lake.glue()
                        .getTrigger(get -> get.name("hand_start"))
                        .trigger()
                        .state())
                .isEqualTo(TriggerState.CREATED);
    }

    @Test
    void aRunThatFailsAndIsTriedAgainCountsByItsLastAttempt() {
        lake.job(
                "retry",
                "import sys\nraise SystemExit(0 if '_attempt_1' in ' '.join(sys.argv) else 1)\n",
                create -> create.maxRetries(1));
        lake.job("retry_failed", DONE);
        workflow("retry", Map.of());
        onDemand("retry_start", "retry", job("retry"));
        conditional("retry_bad", "retry", Logical.AND, List.of(when("retry", "FAILED")), job("retry_failed"));

        WorkflowRun run = lake.await("retry", start("retry"), WorkflowRunStatus.COMPLETED);

        assertThat(run.statistics().succeededActions()).isEqualTo(1);
        assertThat(node(run, "retry").jobDetails().jobRuns())
                .extracting(JobRun::attempt)
                .containsExactly(0, 1);
        assertThat(lake.runs("retry_failed")).isEmpty();
    }

    @Test
    void aRunIsStoppedWithItsJobsAndNothingFollows() {
        lake.job("stop", ENDLESS);
        lake.job("stop_then", DONE);
        workflow("stop", Map.of());
        onDemand("stop_start", "stop", job("stop"));
        conditional("stop_stopped", "stop", Logical.AND, List.of(when("stop", "STOPPED")), job("stop_then"));
        String id = start("stop");
        await().until(() -> lake.runs("stop").get(0).jobRunState() == JobRunState.RUNNING);

        lake.glue().stopWorkflowRun(stop -> stop.name("stop").runId(id));
        WorkflowRun run = lake.await("stop", id, WorkflowRunStatus.STOPPED);

        assertThat(run.statistics().stoppedActions()).isEqualTo(1);
        assertThat(lake.runs("stop").get(0).jobRunState()).isEqualTo(JobRunState.STOPPED);
        assertThat(lake.runs("stop_then")).isEmpty();
        assertThatThrownBy(() ->
                        lake.glue().stopWorkflowRun(stop -> stop.name("stop").runId(id)))
                .isInstanceOf(IllegalWorkflowStateException.class);
    }

    @Test
    void aRunIsResumedFromItsNodes() {
        lake.job("resume_1", DONE);
        lake.job("resume_2", FAILS);
        lake.job("resume_3", DONE);
        workflow("resume", Map.of("a", "1"));
        onDemand("resume_start", "resume", job("resume_1"));
        conditional("resume_then", "resume", Logical.AND, List.of(when("resume_1", "SUCCEEDED")), job("resume_2"));
        conditional("resume_last", "resume", Logical.AND, List.of(when("resume_2", "SUCCEEDED")), job("resume_3"));
        WorkflowRun failed = lake.await("resume", start("resume"), WorkflowRunStatus.COMPLETED);
        String second = node(failed, "resume_2").uniqueId();
        assertThatThrownBy(() -> resume(failed, node(failed, "resume_3").uniqueId()))
                .hasMessageContaining("was not attempted");

        lake.glue().updateJob(update -> update.jobName("resume_2")
                .jobUpdate(next -> next.role("role").command(command -> command.name("pythonshell")
                        .scriptLocation("s3://" + EngineLake.BUCKET + "/workflows/resume_1.py"))));
        ResumeWorkflowRunResponse answer = resume(failed, second);
        WorkflowRun run = lake.await("resume", answer.runId(), WorkflowRunStatus.COMPLETED);

        assertThat(answer.nodeIds()).containsExactly(second);
        assertThat(run.previousRunId()).isEqualTo(failed.workflowRunId());
        assertThat(run.workflowRunProperties()).isEqualTo(Map.of("a", "1"));
        assertThat(lake.runs("resume_1")).hasSize(1);
        assertThat(lake.runs("resume_2")).hasSize(2);
        assertThat(lake.runs("resume_3")).hasSize(1);
        assertThat(node(run, "resume_1").jobDetails().jobRuns()).hasSize(1);
        assertThat(run.statistics().succeededActions()).isEqualTo(3);

        ResumeWorkflowRunResponse both =
                resume(run, second, node(run, "resume_3").uniqueId());
        lake.await("resume", both.runId(), WorkflowRunStatus.COMPLETED);
        assertThat(both.nodeIds()).containsExactly(second);
        assertThat(lake.runs("resume_3")).hasSize(2);
    }

    @Test
    void moreRunsThanThereMayBeAreRefusedOrNoted() {
        lake.job("most", ENDLESS);
        lake.glue().createWorkflow(create -> create.name("most").maxConcurrentRuns(1));
        lake.glue().createTrigger(create -> create.name("most_nightly")
                .workflowName("most")
                .type(TriggerType.SCHEDULED)
                .schedule("cron(0 3 * * ? *)")
                .startOnCreation(true)
                .actions(job("most")));
        String id = start("most");

        assertThatThrownBy(() -> start("most"))
                .isInstanceOf(ConcurrentRunsExceededException.class)
                .hasMessage("Concurrent runs exceeded for workflow: most.");
        lake.forward(Duration.ofDays(1));

        List<WorkflowRun> runs = await().until(
                        () -> lake.glue()
                                .getWorkflowRuns(get -> get.name("most"))
                                .runs(),
                        all -> all.size() == 2);
        assertThat(runs.get(0).status()).isEqualTo(WorkflowRunStatus.ERROR);
        assertThat(runs.get(0).errorMessage()).isEqualTo("Concurrent runs exceeded for workflow: most.");
        lake.glue().stopTrigger(stop -> stop.name("most_nightly"));
        lake.glue().stopWorkflowRun(stop -> stop.name("most").runId(id));
        lake.await("most", id, WorkflowRunStatus.STOPPED);
        lake.forward(Duration.ofDays(1));
        assertThat(lake.glue().getWorkflowRuns(get -> get.name("most")).runs()).hasSize(2);
    }

    @Test
    void aJobWithAsManyRunsAsItMayHaveIsAnErrorOfItsNode() {
        lake.job("busy", ENDLESS);
        workflow("busy", Map.of());
        onDemand("busy_start", "busy", job("busy"), job("busy_missing"));
        String run = lake.glue().startJobRun(start -> start.jobName("busy")).jobRunId();

        WorkflowRun ended = lake.await("busy", start("busy"), WorkflowRunStatus.COMPLETED);

        assertThat(ended.statistics().erroredActions()).isEqualTo(2);
        assertThat(node(ended, "busy").jobDetails().jobRuns()).singleElement().satisfies(error -> {
            assertThat(error.jobRunState()).isEqualTo(JobRunState.ERROR);
            assertThat(error.errorMessage()).isEqualTo("Concurrent runs exceeded for busy");
        });
        lake.glue().batchStopJobRun(stop -> stop.jobName("busy").jobRunIds(run));
    }

    @Test
    void aTriggerThatCannotStartItsJobOnDemandSaysSoAndHasNotFired() {
        lake.job("alone", DONE);
        onDemand("alone_start", null, job("alone"), job("alone_missing"));

        assertThatThrownBy(() -> lake.glue().startTrigger(start -> start.name("alone_start")))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessage("Failed to start job run due to missing metadata");
        assertThat(lake.runs("alone")).isEmpty();
    }

    @Test
    void crawlersAreNodesToo() {
        lake.job("crawled", DONE);
        workflow("crawl", Map.of());
        onDemand("crawl_start", "crawl", crawler("files"));
        conditional("crawl_then", "crawl", Logical.AND, List.of(whenCrawled("files", "SUCCEEDED")), job("crawled"));

        String id = start("crawl");
        await().until(() -> lake.crawls().number("files") == 1);
        assertThat(lake.run("crawl", id).statistics().runningActions()).isEqualTo(1);
        lake.restart();
        lake.crawls().end("files", CrawlState.SUCCEEDED);
        WorkflowRun run = lake.await("crawl", id, WorkflowRunStatus.COMPLETED);

        assertThat(lake.crawls().number("files")).isEqualTo(1);
        assertThat(node(run, "files").crawlerDetails().crawls()).singleElement().satisfies(crawl -> {
            assertThat(crawl.state()).isEqualTo(CrawlState.SUCCEEDED);
            assertThat(crawl.logStream()).isEqualTo("files");
        });
        assertThat(run.statistics().succeededActions()).isEqualTo(2);
    }

    @Test
    void aCrawlDuringWhoseBeginLagunaHasEndedIsBegunOnce() {
        workflow("begin", Map.of());
        onDemand("begin_start", "begin", crawler("has_begun"), crawler("has_not"));
        String id = start("begin");
        await().until(() ->
                lake.crawls().number("has_begun") == 1 && lake.crawls().number("has_not") == 1);
        await().until(() -> node(lake.run("begin", id), "has_not")
                        .crawlerDetails()
                        .crawls()
                        .get(0)
                        .logStream()
                != null);

        lake.killedWhileBeginning("has_begun");
        lake.crawls().forget("has_not");
        lake.killedWhileBeginning("has_not");

        await().until(() -> lake.crawls().number("has_not") == 1);
        assertThat(lake.crawls().number("has_begun")).isEqualTo(1);
        lake.crawls().end("has_begun", CrawlState.SUCCEEDED);
        lake.crawls().end("has_not", CrawlState.FAILED);
        WorkflowRun run = lake.await("begin", id, WorkflowRunStatus.COMPLETED);
        assertThat(run.statistics().succeededActions()).isEqualTo(1);
        assertThat(run.statistics().failedActions()).isEqualTo(1);
    }

    @Test
    void aRunGoesOnAfterARestart() {
        lake.job("restart_1", ENDLESS);
        lake.job("restart_2", DONE);
        workflow("restart", Map.of());
        onDemand("restart_start", "restart", job("restart_1"));
        conditional("restart_then", "restart", Logical.AND, List.of(when("restart_1", "FAILED")), job("restart_2"));
        String id = start("restart");
        await().until(() -> lake.runs("restart_1").get(0).jobRunState() == JobRunState.RUNNING);

        lake.restart();

        lake.await("restart", id, WorkflowRunStatus.COMPLETED);
        assertThat(lake.runs("restart_1")).hasSize(1);
        assertThat(lake.runs("restart_2")).hasSize(1);
    }

    @Test
    void oneEventStartsAWorkflowWhoseTriggerDoesNotSayHowMany() {
        lake.job("single", DONE, create -> {});
        workflow("single", Map.of());
        lake.glue().createTrigger(create -> create.name("single_start")
                .workflowName("single")
                .type(TriggerType.EVENT)
                .actions(job("single")));
        assertThat(lake.glue()
                        .getTrigger(get -> get.name("single_start"))
                        .trigger()
                        .eventBatchingCondition())
                .isNull();

        lake.workflows().notifyEvent(EngineLake.CALLER, "single", "one");
        WorkflowRun run =
                await().until(() -> runsOf("single"), runs -> runs.size() == 1).get(0);

        assertThat(run.startingEventBatchCondition().batchSize()).isEqualTo(1);
        lake.await("single", run.workflowRunId(), WorkflowRunStatus.COMPLETED);
    }

    @Test
    void eventsStartAWorkflowWhenThereAreEnoughOrTheirWindowIsOver() {
        lake.job("event", DONE, create -> create.executionProperty(two -> two.maxConcurrentRuns(5)));
        workflow("event", Map.of());
        lake.glue().createTrigger(create -> create.name("event_start")
                .workflowName("event")
                .type(TriggerType.EVENT)
                .eventBatchingCondition(batch -> batch.batchSize(2).batchWindow(600))
                .actions(job("event")));

        notifyEvent("one");
        assertThat(lake.glue().getWorkflowRuns(get -> get.name("event")).runs()).isEmpty();
        notifyEvent("two");
        WorkflowRun full =
                await().until(() -> runsOf("event"), runs -> runs.size() == 1).get(0);
        notifyEvent("three");
        lake.forward(Duration.ofMinutes(11));
        WorkflowRun late =
                await().until(() -> runsOf("event"), runs -> runs.size() == 2).get(0);

        assertThat(full.workflowRunProperties()).isEqualTo(Map.of("aws:eventIds", "[one, two]"));
        assertThat(full.startingEventBatchCondition().batchSize()).isEqualTo(2);
        assertThat(late.workflowRunProperties()).isEqualTo(Map.of("aws:eventIds", "[three]"));
        assertThat(late.startingEventBatchCondition().batchWindow()).isEqualTo(600);
        assertThatThrownBy(() -> lake.workflows().notifyEvent(EngineLake.CALLER, "order", "x"))
                .isInstanceOf(EntityNotFoundException.class);
        runsOf("event").forEach(run -> lake.await("event", run.workflowRunId(), WorkflowRunStatus.COMPLETED));
    }

    private List<WorkflowRun> runsOf(String workflow) {
        return lake.glue().getWorkflowRuns(get -> get.name(workflow)).runs();
    }

    private void notifyEvent(String id) {
        lake.workflows().notifyEvent(EngineLake.CALLER, "event", id);
    }

    private ResumeWorkflowRunResponse resume(WorkflowRun run, String... nodes) {
        return lake.glue()
                .resumeWorkflowRun(resume ->
                        resume.name(run.name()).runId(run.workflowRunId()).nodeIds(nodes));
    }

    private String start(String workflow) {
        return lake.glue().startWorkflowRun(start -> start.name(workflow)).runId();
    }

    private void workflow(String name, Map<String, String> properties) {
        lake.glue().createWorkflow(create -> create.name(name).defaultRunProperties(properties));
    }

    private void onDemand(String name, String workflow, Action... actions) {
        trigger(name, workflow, TriggerType.ON_DEMAND, create -> create.actions(actions));
    }

    private void conditional(
            String name, String workflow, Logical logical, List<Condition> conditions, Action... actions) {
        trigger(name, workflow, TriggerType.CONDITIONAL, create -> create.actions(actions)
                .startOnCreation(true)
                .predicate(predicate -> predicate.logical(logical).conditions(conditions)));
    }

    private void trigger(String name, String workflow, TriggerType type, Consumer<CreateTriggerRequest.Builder> more) {
        lake.glue()
                .createTrigger(create ->
                        create.name(name).workflowName(workflow).type(type).applyMutation(more));
    }

    private static Action job(String name) {
        return Action.builder().jobName(name).build();
    }

    private static Action crawler(String name) {
        return Action.builder().crawlerName(name).build();
    }

    private static Condition when(String job, String state) {
        return Condition.builder()
                .jobName(job)
                .state(state)
                .logicalOperator("EQUALS")
                .build();
    }

    private static Condition whenCrawled(String crawler, String state) {
        return Condition.builder()
                .crawlerName(crawler)
                .crawlState(state)
                .logicalOperator("EQUALS")
                .build();
    }

    private static Node node(WorkflowRun run, String name) {
        return run.graph().nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
