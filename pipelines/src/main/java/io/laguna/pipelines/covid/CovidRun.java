package io.laguna.pipelines.covid;

import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.run.Clients;
import io.laguna.pipelines.run.PipelineRun;
import io.laguna.pipelines.step.StepListener;
import java.nio.file.Path;
import java.util.List;

/** The COVID-19 pipeline, from the buckets to the report, wherever its clients lead. */
public final class CovidRun implements AutoCloseable {
    private final Profile profile;
    private final PipelineRun run;

    /**
     * Creates a run that has not begun.
     *
     * @param jar the applications' jar on this machine
     */
    public CovidRun(Profile profile, Clients clients, Path jar, StepListener listener) {
        this.profile = profile;
        this.run = new PipelineRun("covid", profile, clients, jar, listener);
    }

    /** Makes buckets, uploads the jobs and asks for the place where they will run. */
    public void prepare() {
        run.prepare();
    }

    /**
     * Runs every step on the cases that have been ingested, and the queries before the last step, which makes the
     * report.
     *
     * @param rows the number of rows in the deliveries that have been ingested
     * @throws io.laguna.pipelines.step.StepFailedException at the first step or query that fails; steps that need
     *     it do not run
     */
    public void runSteps(long rows) {
        CovidSteps steps = new CovidSteps(profile.zones(), profile.source(), rows);
        run.run(steps.waves());
        ReportQueries results = new ReportQueries(
                run.ask(CovidQueries.CASES_BY_DEPARTMENT).location(),
                run.ask(CovidQueries.IMPACT_STATISTICS).location());
        run.run(List.of(List.of(steps.report(results))));
    }

    /** Cancels what runs and gives the place back. Another thread calls this. */
    public void stop() {
        run.stop();
    }

    /** Gives the place back. */
    @Override
    public void close() {
        run.close();
    }
}
