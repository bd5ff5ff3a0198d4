package io.laguna.pipelines.covid;

import io.laguna.pipelines.profile.Source;
import io.laguna.pipelines.profile.Zones;
import io.laguna.pipelines.step.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The pipeline's Spark jobs with their arguments, to be run after cases have been ingested: population and cases are
 * independent, and so are marts and model. The report shows them all, and the results of {@link CovidQueries}.
 */
public final class CovidSteps {
    private static final String PACKAGE = "io.laguna.apps.covid.";
    /** The rows of a delivery from which on Laguna's optimising compiler pays for itself. */
    private static final long MANY_ROWS = 600_000;

    private final Zones zones;
    private final Source source;
    private final long rows;

    /**
     * Creates the steps of a run.
     *
     * @param rows the number of rows in the deliveries that the run works on
     */
    public CovidSteps(Zones zones, Source source, long rows) {
        this.zones = zones;
        this.source = source;
        this.rows = rows;
    }

    /** Returns the steps before the report, in their order; steps of one wave do not need one another. */
    public List<List<Step>> waves() {
        return List.of(List.of(extractPopulation(), cleanCases()), List.of(buildMarts(), trainRecoveryModel()));
    }

    /** Returns the step that reports the tables alone. */
    public Step report() {
        return overAllZones("build-report", "refined -> report", "BuildReport");
    }

    /** Returns the step that reports the tables and the results of the queries. */
    public Step report(ReportQueries queries) {
        Step step = report();
        List<String> arguments = new ArrayList<>(step.arguments());
        arguments.addAll(List.of("--department-query", queries.departments(), "--impact-query", queries.impact()));
        return new Step(step.name(), step.title(), step.mainClass(), arguments, step.jars(), step.conf());
    }

    private Step extractPopulation() {
        List<String> arguments = new ArrayList<>(
                List.of("--url", source.url(), "--user", source.user(), "--raw", Zones.uri(zones.raw())));
        source.passwordFile().ifPresent(file -> arguments.addAll(List.of("--password-file", file)));
        return new Step("extract-population", "MySQL -> raw", PACKAGE + "ExtractPopulation", arguments, source.jars());
    }

    private Step cleanCases() {
        Step step = step(
                "clean-cases",
                "raw -> trusted",
                "CleanCases",
                "--raw",
                Zones.uri(zones.raw()),
                "--trusted",
                Zones.uri(zones.trusted()));
        return rows < MANY_ROWS ? step : step.with("spark.laguna.effort", "long");
    }

    private Step buildMarts() {
        return overAllZones("build-marts", "trusted -> refined", "BuildMarts");
    }

    private Step trainRecoveryModel() {
        return step(
                "train-recovery-model",
                "trusted -> refined",
                "TrainRecoveryModel",
                "--trusted",
                Zones.uri(zones.trusted()),
                "--refined",
                Zones.uri(zones.refined()));
    }

    private Step overAllZones(String name, String title, String mainClass) {
        return step(
                name,
                title,
                mainClass,
                "--raw",
                Zones.uri(zones.raw()),
                "--trusted",
                Zones.uri(zones.trusted()),
                "--refined",
                Zones.uri(zones.refined()));
    }

    private static Step step(String name, String title, String mainClass, String... arguments) {
        return new Step(name, title, PACKAGE + mainClass, List.of(arguments), List.of());
    }
}
