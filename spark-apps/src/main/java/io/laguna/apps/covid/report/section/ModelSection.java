package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.chart.BarChart;
import io.laguna.apps.covid.report.chart.Figure;
import io.laguna.apps.covid.report.finding.Importance;
import io.laguna.apps.covid.report.finding.ModelQuality;
import io.laguna.apps.covid.report.markup.Node;
import io.laguna.apps.covid.report.markup.Table;
import io.laguna.apps.covid.report.words.Dates;
import io.laguna.apps.covid.report.words.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The section on the quality of the recovery model, and on the inputs that matter to it. */
public record ModelSection(Optional<ModelQuality> model, List<Importance> importances) implements Section {

    private static final int INPUTS_IN_VIEW = 15;

    @Override
    public String id() {
        return "model";
    }

    @Override
    public String title() {
        return "Predicting the outcome";
    }

    @Override
    public boolean isEmpty() {
        return model.isEmpty();
    }

    @Override
    public String whenEmpty() {
        return "No model has been trained on these cases yet. The job TrainRecoveryModel does it.";
    }

    @Override
    public List<Node> body() {
        ModelQuality quality = model.orElseThrow();
        Table table = Table.of("Measure", "Model", "Baseline", "Difference");
        row(
                table,
                "Area under the ROC curve",
                quality.model().auc(),
                quality.baseline().auc());
        row(
                table,
                "Area under precision and recall",
                quality.model().prAuc(),
                quality.baseline().prAuc());
        row(
                table,
                "Found of those who recovered",
                quality.model().recallRecovered(),
                quality.baseline().recallRecovered());
        row(
                table,
                "Found of those who died",
                quality.model().recallDied(),
                quality.baseline().recallDied());
        Stream<Node> inputs =
                importances.isEmpty() ? Stream.empty() : Stream.of(importance().render());
        return Stream.concat(Stream.of(Section.paragraph(lead(quality)), table.render()), inputs)
                .toList();
    }

    private static String lead(ModelQuality quality) {
        String rate = quality.positiveRate().isPresent()
                ? " Of these, " + Numbers.percent(quality.positiveRate().getAsDouble(), 1)
                        + " are of the class that the model counts as positive."
                : "";
        return "A random forest tells who recovers and who dies from what is known at diagnosis, trained on "
                + Numbers.count(quality.trainRows(), "case", "cases") + " and tested on "
                + Numbers.count(quality.testRows(), "later case", "later cases") + ", those from "
                + Dates.full(quality.splitDate()) + " on." + rate
                + " The baseline always says the more frequent outcome. " + verdict(quality);
    }

    private static String verdict(ModelQuality quality) {
        OptionalDouble auc = quality.model().auc();
        OptionalDouble chance = quality.baseline().auc();
        if (auc.isEmpty() || chance.isEmpty()) {
            return "The test cannot tell the two apart.";
        }
        return auc.getAsDouble() > chance.getAsDouble()
                ? "The model ranks cases better than the baseline does."
                : "The model ranks cases no better than the baseline does.";
    }

    private static void row(Table table, String name, OptionalDouble model, OptionalDouble baseline) {
        String difference = "–";
        if (model.isPresent() && baseline.isPresent()) {
            double gain = model.getAsDouble() - baseline.getAsDouble();
            difference = (gain > 0 ? "+" : "") + Numbers.decimal(gain, 3);
        }
        table.row("", name, Numbers.decimal(model, 3), Numbers.decimal(baseline, 3), difference);
    }

    private Figure importance() {
        List<BarChart.Bar> bars = importances.stream()
                .sorted(Comparator.comparingDouble(Importance::share).reversed())
                .limit(INPUTS_IN_VIEW)
                .map(input -> new BarChart.Bar(
                        "",
                        input.feature().replace('_', ' '),
                        input.share(),
                        Numbers.percent(input.share(), 1),
                        Numbers.percent(input.share(), 2)))
                .toList();
        return new Figure(
                "What the model leans on",
                "share of the forest's gain in purity by input",
                List.of(),
                new BarChart("Feature importances of the model", bars, Optional.empty()));
    }
}
