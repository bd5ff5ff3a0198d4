package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.chart.Figure;
import io.laguna.apps.covid.report.chart.StackedBars;
import io.laguna.apps.covid.report.finding.SeverityGroup;
import io.laguna.apps.covid.report.markup.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The section on the severity of the cases, by age band, in the words of the source. */
public record SeveritySection(List<SeverityGroup> groups) implements Section {

    /**
     * The severities from mild to fatal, which is the order of the bars' parts. The empty text stands for cases whose
     * severity the source leaves out.
     */
    private static final List<String> SEVERITIES =
            List.of("Asintomático", "Leve", "Moderado", "Grave", "Fallecido", "");

    private static final List<String> MEANINGS = List.of(
            "asymptomatic (Asintomático)",
            "mild (Leve)",
            "moderate (Moderado)",
            "severe (Grave)",
            "died (Fallecido)",
            "not stated");

    @Override
    public String id() {
        return "severity";
    }

    @Override
    public String title() {
        return "Severity";
    }

    @Override
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    @Override
    public String whenEmpty() {
        return Section.missing("severity");
    }

    @Override
    public List<Node> body() {
        Map<String, Map<Integer, Long>> counts = new HashMap<>();
        groups.forEach(group -> counts.computeIfAbsent(group.ageBand(), band -> new HashMap<>())
                .merge(part(group.severity()), group.cases(), Long::sum));
        List<Integer> used = IntStream.range(0, SEVERITIES.size())
                .boxed()
                .filter(part -> counts.values().stream().anyMatch(band -> band.getOrDefault(part, 0L) > 0))
                .toList();
        List<Figure.Key> parts = used.stream()
                .map(part -> new Figure.Key("severity" + part, MEANINGS.get(part)))
                .toList();
        List<StackedBars.Stack> stacks = counts.keySet().stream()
                .sorted(AgeBand.BY_AGE)
                .map(band -> new StackedBars.Stack(
                        AgeBand.print(band),
                        used.stream()
                                .map(part -> counts.get(band).getOrDefault(part, 0L))
                                .toList()))
                .toList();
        Figure figure = new Figure(
                "Cases by severity and age",
                "shares of each age band, whole country; its number of cases at the right",
                parts,
                new StackedBars("Shares of severity by age band", parts, stacks));
        return List.of(figure.render());
    }

    /** Returns the place of a severity among the parts. A word that the source does not use counts as no word. */
    private static int part(String severity) {
        int known = SEVERITIES.indexOf(severity);
        return known < 0 ? SEVERITIES.size() - 1 : known;
    }
}
