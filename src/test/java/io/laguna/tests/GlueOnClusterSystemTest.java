package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;

/** Tests of Glue's jobs on the Docker cluster: applications of YARN, whose executors are containers with logs. */
@Tag("cluster")
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GlueOnClusterSystemTest {
    /** A job whose records are read, and changed by Python, in executors. Each says so in its log. */
    private static final String SCRIPT =
            """
            import socket, sys
            from awsglue.context import GlueContext
            from awsglue.job import Job
            from awsglue.transforms import Map
            from awsglue.utils import getResolvedOptions
            from pyspark.context import SparkContext

            args = getResolvedOptions(sys.argv, ["JOB_NAME"])
            glue = GlueContext(SparkContext.getOrCreate())
            job = Job(glue)
            job.init(args["JOB_NAME"], args)

            def at(record):
                print("a worker reads " + record["col0"])
                record["host"] = socket.gethostname()
                return record

            words = glue.create_dynamic_frame.from_options(
                "s3", {"paths": ["s3://glue/words/"]}, "csv", {"withHeader": False}, transformation_ctx="words")
            hosts = {row.host for row in Map.apply(frame=words, f=at).toDF().collect()}
            print(f"{words.count()} {socket.gethostname() in hosts} {glue.spark_session.sparkContext.master}")
            if "--fails" in sys.argv:
                print(10 // (words.count() - 3))
            job.commit()
            """;

    private static final String NAME = "on-yarn";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Set<JobRunState> ENDED =
            Set.of(JobRunState.SUCCEEDED, JobRunState.FAILED, JobRunState.STOPPED, JobRunState.TIMEOUT);

    private final ComposeCluster docker;
    private final StepsOnCluster steps;
    private final GlueClient glue;
    private final CloudWatchLogsClient logs;

    GlueOnClusterSystemTest(SharedCluster.Running running) {
        this.docker = running.docker();
        this.steps = running.steps();
        this.glue = docker.client(GlueClient.builder());
        this.logs = docker.client(CloudWatchLogsClient.builder());
    }

    @BeforeAll
    void fill() {
        docker.assumePython();
        steps.s3().createBucket(create -> create.bucket("glue"));
        put("words/a.txt", "the cat\nthe dog\n");
        put("words/b.txt", "a cat sat\n");
        put("job.py", SCRIPT);
    }

    @AfterAll
    void close() {
        glue.close();
        logs.close();
    }

    @Test
    void aJobIsAnApplicationWhoseExecutorsHaveStreamsOfTheirOwn() {
        JobRun run = run(NAME, "5.0", Map.of());

        assertThat(run.jobRunState()).as(run.errorMessage()).isEqualTo(JobRunState.SUCCEEDED);
        assertThat(docker.execute("laguna", "yarn", "application", "-list", "-appStates", "FINISHED"))
                .contains(NAME);
        assertThat(events("/aws-glue/jobs/output", run.id() + "-driver")).contains("3 False yarn");
        List<String> executors = streams("/aws-glue/jobs/error", run.id() + "-").stream()
                .filter(stream -> stream.matches(run.id() + "-\\d+"))
                .toList();
        assertThat(executors).isNotEmpty();
        assertThat(executors.stream()
                        .map(stream -> events("/aws-glue/jobs/error", stream))
                        .collect(Collectors.joining("\n")))
                .contains("a worker reads the cat", "a worker reads a cat sat");
        assertThat(streams("/aws-glue/jobs/output", run.id() + "-")).contains(run.id() + "-driver", run.id() + "-1");
    }

    @Test
    void continuousLoggingHasStreamsOfDriverAndExecutors() {
        JobRun run = run("continuous", "4.0", Map.of("--enable-continuous-cloudwatch-log", "true"));

        assertThat(run.jobRunState()).as(run.errorMessage()).isEqualTo(JobRunState.SUCCEEDED);
        assertThat(streams("/aws-glue/jobs/logs-v2", run.id())).contains(run.id() + "-driver", run.id() + "-1");
    }

    @Test
    void aFailureSaysWhyAndAtWhichLine() {
        JobRun run = run("fails", "5.0", Map.of("--fails", "yes"));

        assertThat(run.jobRunState()).isEqualTo(JobRunState.FAILED);
        assertThat(run.errorMessage())
                .contains("Failed Line Number: 23; ZeroDivisionError: integer division or modulo by zero");
    }

    @Test
    void everyRunReadsWhatIsNewToItsBookmark() {
        BookmarkedJob job = new BookmarkedJob(glue, steps.s3());
        job.make();
        job.put("a");
        assertThat(read(job)).isEqualTo("a");
        job.put("b");
        assertThat(read(job)).isEqualTo("b");
        assertThat(read(job)).isEmpty();
    }

    private static String read(BookmarkedJob job) {
        String id = job.start(Map.of());
        JobRun run = job.end(id);
        assertThat(run.jobRunState()).as(run.errorMessage()).isEqualTo(JobRunState.SUCCEEDED);
        return job.read(id);
    }

    private JobRun run(String name, String version, Map<String, String> arguments) {
        Consumer<CreateJobRequest.Builder> job =
                create -> create.name(name).role("role").glueVersion(version).command(command -> command.name("glueetl")
                        .scriptLocation("s3://glue/job.py"));
        glue.createJob(job);
        String id = glue.startJobRun(start -> start.jobName(name).arguments(arguments))
                .jobRunId();
        return await(name)
                .atMost(PATIENCE)
                .until(
                        () -> glue.getJobRun(get -> get.jobName(name).runId(id)).jobRun(),
                        last -> ENDED.contains(last.jobRunState()));
    }

    private List<String> streams(String group, String prefix) {
        return logs
                .describeLogStreams(list -> list.logGroupName(group).logStreamNamePrefix(prefix))
                .logStreams()
                .stream()
                .map(LogStream::logStreamName)
                .toList();
    }

    private String events(String group, String stream) {
        return logs
                .getLogEvents(
                        get -> get.logGroupName(group).logStreamName(stream).startFromHead(true))
                .events()
                .stream()
                .map(OutputLogEvent::message)
                .collect(Collectors.joining("\n"));
    }

    private void put(String key, String content) {
        steps.s3().putObject(put -> put.bucket("glue").key(key), RequestBody.fromString(content));
    }
}
