package io.laguna.pipelines.sales;

import io.laguna.pipelines.profile.WorkflowProfile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Action;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Condition;
import software.amazon.awssdk.services.glue.model.ConnectionsList;
import software.amazon.awssdk.services.glue.model.CrawlState;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.JobCommand;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.JobUpdate;
import software.amazon.awssdk.services.glue.model.LogicalOperator;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.glue.model.TriggerType;
import software.amazon.awssdk.services.glue.model.WorkerType;

/**
 * The workflow of Glue: a crawl of the raw files, the job that cleans them, a crawl of what it has written, and the job that
 * loads it. A rule starts it when a delivery is complete.
 */
record SalesWorkflow(GlueClient glue, EventBridgeClient events, WorkflowProfile profile, String account) {
    private static final String GLUE_VERSION = "5.0";
    private static final int WORKERS = 2;

    /** Makes what is not there, and gives the jobs their present settings. */
    void make() {
        unlessThere(() -> glue.createDatabase(create -> create.databaseInput(input -> input.name(Names.DATABASE))));
        crawler(Names.RAW_CRAWLER, "s3://" + profile.raw() + "/" + Names.RAW_FOLDER);
        crawler(Names.PROCESSED_CRAWLER, processed());
        job(Names.CLEAN_JOB, "clean_sales.py", List.of(), Map.of("--table", Names.RAW_TABLE, "--target", processed()));
        job(
                Names.LOAD_JOB,
                "load_sales.py",
                List.of(Names.PIPELINE),
                Map.of(
                        "--table", Names.PROCESSED_TABLE,
                        "--connection", Names.PIPELINE,
                        "--target", Names.WAREHOUSE_TABLE,
                        "--role", profile.roles().redshift(),
                        "--TempDir", "s3://" + profile.code() + "/sales/temporary/"));
        unlessThere(() -> glue.createWorkflow(create -> create.name(Names.PIPELINE)));
        trigger("arrived", TriggerType.EVENT, List.of(), crawl(Names.RAW_CRAWLER));
        trigger("crawled", TriggerType.CONDITIONAL, List.of(crawled(Names.RAW_CRAWLER)), run(Names.CLEAN_JOB));
        trigger("cleaned", TriggerType.CONDITIONAL, List.of(done(Names.CLEAN_JOB)), crawl(Names.PROCESSED_CRAWLER));
        trigger("ready", TriggerType.CONDITIONAL, List.of(crawled(Names.PROCESSED_CRAWLER)), run(Names.LOAD_JOB));
        rule();
    }

    private String processed() {
        return "s3://" + profile.processed() + "/" + Names.PROCESSED_FOLDER;
    }

    private void crawler(String name, String path) {
        unlessThere(() -> glue.createCrawler(create -> create.name(name)
                .role(profile.roles().glue())
                .databaseName(Names.DATABASE)
                .targets(targets ->
                        targets.s3Targets(S3Target.builder().path(path).build()))));
    }

    private void job(String name, String script, List<String> connections, Map<String, String> arguments) {
        Map<String, String> all = new TreeMap<>(arguments);
        all.put("--database", Names.DATABASE);
        all.put("--job-bookmark-option", "job-bookmark-enable");
        JobCommand command = JobCommand.builder()
                .name("glueetl")
                .pythonVersion("3")
                .scriptLocation("s3://" + profile.code() + "/sales/" + script)
                .build();
        ConnectionsList connected = connections.isEmpty()
                ? null
                : ConnectionsList.builder().connections(connections).build();
        try {
            glue.createJob(CreateJobRequest.builder()
                    .name(name)
                    .role(profile.roles().glue())
                    .glueVersion(GLUE_VERSION)
                    .workerType(WorkerType.G_1_X)
                    .numberOfWorkers(WORKERS)
                    .command(command)
                    .connections(connected)
                    .defaultArguments(all)
                    .build());
        } catch (AlreadyExistsException e) {
            glue.updateJob(update -> update.jobName(name)
                    .jobUpdate(JobUpdate.builder()
                            .role(profile.roles().glue())
                            .glueVersion(GLUE_VERSION)
                            .workerType(WorkerType.G_1_X)
                            .numberOfWorkers(WORKERS)
                            .command(command)
                            .connections(connected)
                            .defaultArguments(all)
                            .build()));
        }
    }

    private void trigger(String name, TriggerType type, List<Condition> conditions, Action action) {
        unlessThere(() -> glue.createTrigger(create -> {
            create.name(Names.PIPELINE + "-" + name)
                    .workflowName(Names.PIPELINE)
                    .type(type)
                    .actions(action);
            if (type == TriggerType.CONDITIONAL) {
                create.startOnCreation(true).predicate(predicate -> predicate.conditions(conditions));
            }
        }));
    }

    private static Action crawl(String crawler) {
        return Action.builder().crawlerName(crawler).build();
    }

    private static Action run(String job) {
        return Action.builder().jobName(job).build();
    }

    private static Condition crawled(String crawler) {
        return Condition.builder()
                .logicalOperator(LogicalOperator.EQUALS)
                .crawlerName(crawler)
                .crawlState(CrawlState.SUCCEEDED)
                .build();
    }

    private static Condition done(String job) {
        return Condition.builder()
                .logicalOperator(LogicalOperator.EQUALS)
                .jobName(job)
                .state(JobRunState.SUCCEEDED)
                .build();
    }

    private void rule() {
        events.putRule(rule -> rule.name(Names.ARRIVED_RULE)
                .eventPattern(
                        """
                        {"source": ["aws.s3"], "detail-type": ["Object Created"],
                         "detail": {"bucket": {"name": ["%s"]}, "object": {"key": [{"wildcard": "%s*/%s"}]}}}"""
                                .formatted(profile.raw(), Names.RAW_FOLDER, Names.COMPLETE)));
        Target workflow = Target.builder()
                .id("workflow")
                .arn("arn:aws:glue:" + profile.region() + ":" + account + ":workflow/" + Names.PIPELINE)
                .roleArn(profile.roles().events())
                .build();
        events.putTargets(targets -> targets.rule(Names.ARRIVED_RULE).targets(workflow));
    }

    private static void unlessThere(Runnable create) {
        try {
            create.run();
        } catch (AlreadyExistsException e) {
            // An earlier run has made it.
        }
    }
}
