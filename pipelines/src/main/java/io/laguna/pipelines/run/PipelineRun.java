package io.laguna.pipelines.run;

import io.laguna.pipelines.athena.AthenaQueries;
import io.laguna.pipelines.emr.ClusterSteps;
import io.laguna.pipelines.emrserverless.ApplicationSteps;
import io.laguna.pipelines.follow.StopSignal;
import io.laguna.pipelines.profile.Place;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.profile.Source;
import io.laguna.pipelines.step.Answer;
import io.laguna.pipelines.step.PipelineCode;
import io.laguna.pipelines.step.Query;
import io.laguna.pipelines.step.Step;
import io.laguna.pipelines.step.StepListener;
import io.laguna.pipelines.step.StepRunner;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A run of a pipeline, wherever its clients lead: it makes the buckets, gets the place where jobs run, and gives it
 * steps and queries. The pipeline decides which ones these are.
 *
 * <p>The place is asked for early and given back at the end, whatever the end was. Methods throw the SDK's own
 * exceptions when a service refuses something.
 */
public final class PipelineRun implements AutoCloseable {
    private final Profile profile;
    private final S3Client s3;
    private final Path jar;
    private final StopSignal stop = new StopSignal();
    private final StepRunner runner;
    private final AthenaQueries queries;

    /**
     * Creates a run that has not begun.
     *
     * @param pipeline its name: {@code covid}
     * @param jar the applications' jar on this machine
     */
    public PipelineRun(String pipeline, Profile profile, Clients clients, Path jar, StepListener listener) {
        this.profile = profile;
        this.s3 = clients.s3();
        this.jar = jar;
        this.runner = runner(pipeline, clients, listener);
        this.queries = new AthenaQueries(clients.athena(), profile.queries(), profile.patience(), listener, stop);
    }

    /** Makes buckets, uploads the jobs and asks for the place where they will run. */
    public void prepare() {
        new Buckets(s3, profile.region()).create(profile.buckets());
        profile.passwordToStore().ifPresent(this::storePassword);
        new CodeUpload(s3, profile.code()).put(jar);
        runner.prepare();
    }

    /**
     * Runs every step to its end. The method may be called again with more steps.
     *
     * @param waves steps of one wave may run at once; a wave begins when the one before it has succeeded
     * @throws io.laguna.pipelines.step.StepFailedException at the first step that fails; later waves do not run then
     */
    public void run(List<List<Step>> waves) {
        runner.run(waves);
    }

    /**
     * Runs a query to its end.
     *
     * @throws io.laguna.pipelines.step.StepFailedException when it fails
     */
    public Answer ask(Query query) {
        return queries.run(query);
    }

    /** Cancels what runs and gives the place back. Another thread calls this. */
    public void stop() {
        stop.give();
        try {
            queries.close();
        } finally {
            runner.stop();
        }
    }

    /** Gives the place back. */
    @Override
    public void close() {
        try {
            queries.close();
        } finally {
            runner.close();
        }
    }

    private StepRunner runner(String pipeline, Clients clients, StepListener listener) {
        PipelineCode code = new PipelineCode(pipeline, new CodeUpload(s3, profile.code()).uri(jar));
        if (profile.place() instanceof Place.Cluster cluster) {
            return new ClusterSteps(clients.emr(), s3, profile, cluster, code, listener, stop);
        }
        return new ApplicationSteps(
                clients.emrServerless(), s3, profile, (Place.Application) profile.place(), code, listener, stop);
    }

    private void storePassword(String password) {
        Source source = profile.source();
        URI file = URI.create(source.passwordFile().orElseThrow());
        s3.putObject(
                request -> request.bucket(file.getHost()).key(file.getPath().substring(1)),
                RequestBody.fromString(password));
    }
}
