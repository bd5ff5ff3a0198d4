package io.laguna.tests;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A job of Glue that reads {@code in/} with its bookmark on, and writes the names that it has read to {@code out/<run>}
 * before it commits.
 */
record BookmarkedJob(GlueClient glue, S3Client s3) {
    static final String NAME = "bookmarked";

    /** The line that the script prints right before its commit. */
    static final String COMMITS = "commits";

    private static final String BUCKET = "bookmarked";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<JobRunState> ENDED =
            Set.of(JobRunState.SUCCEEDED, JobRunState.FAILED, JobRunState.STOPPED, JobRunState.TIMEOUT);
    private static final String SCRIPT =
            """
            import sys
            import boto3
            from awsglue.context import GlueContext
            from awsglue.job import Job
            from awsglue.utils import getResolvedOptions
            from pyspark.context import SparkContext

            args = getResolvedOptions(sys.argv, ["JOB_NAME"])
            glue = GlueContext(SparkContext.getOrCreate())
            job = Job(glue)
            job.init(args["JOB_NAME"], args)
            frame = glue.create_dynamic_frame.from_options(
                "s3", {"paths": ["s3://bookmarked/in/"]}, "csv", transformation_ctx="in")
            names = sorted(row["col0"] for row in frame.toDF().collect())
            boto3.client("s3").put_object(
                Bucket="bookmarked", Key="out/" + args["JOB_RUN_ID"], Body=" ".join(names).encode())
            if "--fails" in sys.argv:
                raise SystemExit("as asked")
            print("commits", flush=True)
            job.commit()
            """;

    /** Makes the bucket and the job. */
    void make() {
        s3.createBucket(create -> create.bucket(BUCKET));
        s3.putObject(put -> put.bucket(BUCKET).key("job.py"), RequestBody.fromString(SCRIPT));
        glue.createJob(create -> create.name(NAME)
                .role("role")
                .command(command ->
                        command.name("glueetl").pythonVersion("3").scriptLocation("s3://" + BUCKET + "/job.py"))
                .defaultArguments(Map.of("--job-bookmark-option", "job-bookmark-enable")));
    }

    void put(String name) {
        put(name, name);
    }

    void put(String name, String content) {
        s3.putObject(put -> put.bucket(BUCKET).key("in/" + name), RequestBody.fromString(content + "\n"));
    }

    void delete(String name) {
        s3.deleteObject(delete -> delete.bucket(BUCKET).key("in/" + name));
    }

    String start(Map<String, String> arguments) {
        return glue.startJobRun(start -> start.jobName(NAME).arguments(arguments))
                .jobRunId();
    }

    JobRun end(String run) {
        return await().atMost(PATIENCE)
                .until(
                        () -> glue.getJobRun(get -> get.jobName(NAME).runId(run))
                                .jobRun(),
                        last -> ENDED.contains(last.jobRunState()));
    }

    /** Returns the names that a run has read. */
    String read(String run) {
        return s3.getObjectAsBytes(get -> get.bucket(BUCKET).key("out/" + run)).asString(StandardCharsets.UTF_8);
    }

    /** Returns what each run has read that came so far, by its id. */
    Map<String, String> all() {
        return s3.listObjectsV2(list -> list.bucket(BUCKET).prefix("out/")).contents().stream()
                .map(object -> object.key().substring("out/".length()))
                .collect(Collectors.toMap(run -> run, this::read, (one, other) -> one, TreeMap::new));
    }
}
