package io.laguna.pipelines.run;

import io.laguna.pipelines.athena.AthenaQueries;
import io.laguna.pipelines.covid.CovidQueries;
import io.laguna.pipelines.covid.CovidSteps;
import io.laguna.pipelines.covid.ReportQueries;
import io.laguna.pipelines.covid.Source;
import io.laguna.pipelines.covid.StepListener;
import io.laguna.pipelines.covid.StepRunner;
import io.laguna.pipelines.emr.ClusterSteps;
import io.laguna.pipelines.emrserverless.ApplicationSteps;
import io.laguna.pipelines.follow.StopSignal;
import io.laguna.pipelines.profile.Place;
import io.laguna.pipelines.profile.Profile;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The COVID-19 pipeline, from the buckets to the report, wherever its clients lead.
 *
 * <p>The place where jobs run is asked for early and given back at the end, however that comes about. Methods throw the
 * SDK's own exceptions when a service refuses something.
 */
public final class CovidRun implements AutoCloseable {
    private final Profile profile;
    private final S3Client s3;
    private final Path jar;
    private final StopSignal stop = new StopSignal();
    private final StepRunner runner;
    private final AthenaQueries queries;

    /**
     * A run that has not begun.
     *
     * @param jar the applications' jar on this machine
     */
    public CovidRun(Profile profile, Clients clients, Path jar, StepListener listener) {
        this.profile = profile;
        this.s3 = clients.s3();
        this.jar = jar;
        this.runner = runner(clients, listener);
        this.queries = new AthenaQueries(clients.athena(), profile, listener, stop);
    }

    /** Makes buckets, uploads the jobs and asks for the place where they will run. */
    public void prepare() {
        new Buckets(s3, profile.region()).create(profile.buckets());
        profile.passwordToStore().ifPresent(this::storePassword);
        new CodeUpload(s3, profile.code()).put(jar);
        runner.prepare();
    }

    /**
     * Runs every step on the cases that have been ingested, and the queries before the last of them, which reports.
     *
     * @throws io.laguna.pipelines.covid.StepFailedException at the first step or query that fails; what needs it does not
     *     run
     */
    public void runSteps() {
        CovidSteps steps = new CovidSteps(profile.zones(), profile.source());
        runner.run(steps.waves());
        ReportQueries results = new ReportQueries(
                queries.run(CovidQueries.CASES_BY_DEPARTMENT).location(),
                queries.run(CovidQueries.IMPACT_STATISTICS).location());
        runner.run(List.of(List.of(steps.report(results))));
    }

    /** From another thread: cancels what runs and gives the place back. */
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

    private StepRunner runner(Clients clients, StepListener listener) {
        String code = new CodeUpload(s3, profile.code()).uri(jar);
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
