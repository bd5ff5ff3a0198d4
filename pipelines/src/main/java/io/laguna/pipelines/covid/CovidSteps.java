package io.laguna.pipelines.covid;

import java.util.List;
import java.util.Map;

/** The pipeline's Spark jobs with their arguments. */
final class CovidSteps {
    private static final String PACKAGE = "io.laguna.apps.covid.";

    private final Zones zones;
    private final Source source;

    CovidSteps(Zones zones, Source source) {
        this.zones = zones;
        this.source = source;
    }

    Step extractPopulation() {
        return new Step(
                "extract-population",
                "MySQL -> raw",
                PACKAGE + "ExtractPopulation",
                List.of("--url", source.url(), "--user", source.user(), "--raw", Zones.uri(zones.raw())),
                Map.of("JDBC_PASSWORD", source.password()));
    }

    Step cleanCases() {
        return step(
                "clean-cases",
                "raw -> trusted",
                "CleanCases",
                "--raw",
                Zones.uri(zones.raw()),
                "--trusted",
                Zones.uri(zones.trusted()));
    }

    Step buildMarts() {
        return overAllZones("build-marts", "trusted -> refined", "BuildMarts");
    }

    Step trainRecoveryModel() {
        return step(
                "train-recovery-model",
                "trusted -> refined",
                "TrainRecoveryModel",
                "--trusted",
                Zones.uri(zones.trusted()),
                "--refined",
                Zones.uri(zones.refined()));
    }

    Step buildReport() {
        return overAllZones("build-report", "refined -> report", "BuildReport");
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
        return new Step(name, title, PACKAGE + mainClass, List.of(arguments), Map.of());
    }
}
