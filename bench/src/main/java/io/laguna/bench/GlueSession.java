package io.laguna.bench;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.process.Workspace;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.s3.S3Client;

/** A lake with jobs of Glue, called as by AWS's clients. */
final class GlueSession implements AutoCloseable {
    static final String BUCKET = "bench";

    private static final Set<JobRunState> ON_THE_WAY =
            Set.of(JobRunState.STARTING, JobRunState.RUNNING, JobRunState.WAITING);
    private static final long BETWEEN_LOOKS = 20;

    private final Lake lake;
    private final S3Client s3;
    private final GlueClient glue;

    GlueSession(Workspace workspace, DriverSettings drivers) {
        this.lake = Lake.start(
                workspace, LakeSettings.open(LakePorts.free()).withDrivers(drivers), (engine, elapsed) -> {});
        LakeClients clients = LakeClients.of(lake.addresses().endpoint(), workspace.state());
        this.s3 = clients.s3();
        this.glue = clients.client(GlueClient.builder());
    }

    S3Client s3() {
        return s3;
    }

    GlueClient glue() {
        return glue;
    }

    /** Makes a job of a script; one that may run as often at once as somebody wants. */
    void job(String name, String script) {
        s3.putObject(put -> put.bucket(BUCKET).key(name + ".py"), RequestBody.fromString(script));
        glue.deleteJob(delete -> delete.jobName(name));
        glue.createJob(create -> create.name(name)
                .role("role")
                .executionProperty(runs -> runs.maxConcurrentRuns(100))
                .command(command -> command.name("glueetl")
                        .pythonVersion("3")
                        .scriptLocation("s3://" + BUCKET + "/" + name + ".py")));
    }

    /** Returns the text of an object in the bucket of the benchmark. */
    String text(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
    }

    String start(String job, Map<String, String> arguments) {
        return glue.startJobRun(start -> start.jobName(job).arguments(arguments))
                .jobRunId();
    }

    /** Waits until a run has succeeded. */
    void await(String job, String id) throws InterruptedException {
        JobRun run = glue.getJobRun(get -> get.jobName(job).runId(id)).jobRun();
        while (ON_THE_WAY.contains(run.jobRunState())) {
            MILLISECONDS.sleep(BETWEEN_LOOKS);
            run = glue.getJobRun(get -> get.jobName(job).runId(id)).jobRun();
        }
        if (run.jobRunState() != JobRunState.SUCCEEDED) {
            throw new IllegalStateException(job + " is " + run.jobRunState() + ": " + run.errorMessage());
        }
    }

    /** Runs a job, and returns the seconds from StartJobRun until it is seen SUCCEEDED. */
    double run(String job, Map<String, String> arguments) throws InterruptedException {
        long begun = System.nanoTime();
        await(job, start(job, arguments));
        return (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public void close() {
        glue.close();
        s3.close();
        lake.close();
    }
}
