package io.laguna.emulator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.pipelines.covid.Summaries;
import io.laguna.pipelines.step.Step;
import java.util.Locale;
import java.util.Optional;

/** The line on what a step has done, from the summary that the step wrote. */
record StepResults(Summaries summaries) {
    Optional<String> of(Step step) {
        return switch (step.name()) {
            case "clean-cases" -> summaries.clean().map(StepResults::clean);
            case "build-marts" -> summaries.marts().map(StepResults::marts);
            case "train-recovery-model" -> summaries.model().map(StepResults::model);
            default -> Optional.empty();
        };
    }

    private static String clean(JsonNode clean) {
        return Terminal.count(clean.path("rows_in").asLong()) + " rows in, "
                + Terminal.count(clean.path("rows_out").asLong()) + " cases, "
                + Terminal.count(clean.path("rows_rejected").asLong()) + " rejected";
    }

    private static String marts(JsonNode marts) {
        return marts.path("tables").size() + " tables of "
                + Terminal.count(marts.path("cases").asLong()) + " cases in "
                + marts.path("departments").asLong() + " departments";
    }

    private static String model(JsonNode model) {
        return String.format(
                Locale.ROOT,
                "AUC %.3f, finds %.0f %% of the deaths",
                model.path("auc").asDouble(),
                100 * model.path("recall_died").asDouble());
    }
}
