package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.finding.Delay;
import io.laguna.apps.covid.report.markup.Node;
import io.laguna.apps.covid.report.markup.Table;
import io.laguna.apps.covid.report.words.Numbers;
import io.laguna.apps.covid.report.words.SpanishOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The section on the days from first symptoms to diagnosis and to recovery. */
public record DelaysSection(List<Delay> delays) implements Section {

    @Override
    public String id() {
        return "delays";
    }

    @Override
    public String title() {
        return "Days from first symptoms";
    }

    @Override
    public boolean isEmpty() {
        return delays.isEmpty();
    }

    @Override
    public String whenEmpty() {
        return Section.missing("time_to_event");
    }

    @Override
    public List<Node> body() {
        Table table = Table.of(
                        "Department",
                        "Median",
                        "Mean",
                        "9 of 10 within",
                        "Cases",
                        "Median",
                        "Mean",
                        "9 of 10 within",
                        "Cases")
                .groups(new Table.Group("", 1), new Table.Group("To diagnosis", 4), new Table.Group("To recovery", 4));
        List<Delay> places =
                delays.stream()
                        .collect(Collectors.toMap(Delay::code, delay -> delay, (one, other) -> one))
                        .values()
                        .stream()
                        .sorted(Comparator.comparing(Delay::isCountry)
                                .reversed()
                                .thenComparing(Delay::name, SpanishOrder.BY_NAME))
                        .toList();
        for (Delay place : places) {
            table.row(
                    place.code(),
                    place.name(),
                    Stream.concat(
                                    figures(place.code(), Delay.Interval.SYMPTOMS_TO_DIAGNOSIS),
                                    figures(place.code(), Delay.Interval.SYMPTOMS_TO_RECOVERY))
                            .toArray(String[]::new));
            if (place.isCountry()) {
                table.emphasise();
            }
        }
        return List.of(Section.paragraph("Cases with both dates known. " + leftOut()), table.render());
    }

    private String leftOut() {
        long excluded = delays.stream()
                .filter(Delay::isCountry)
                .mapToLong(Delay::excluded)
                .sum();
        return excluded == 0
                ? "None had to be left out for an event dated before the symptoms."
                : Numbers.count(excluded, "interval was", "intervals were")
                        + " left out because the event is dated before the symptoms.";
    }

    private Stream<String> figures(String code, Delay.Interval interval) {
        Optional<Delay> found = delays.stream()
                .filter(delay -> delay.code().equals(code) && delay.interval() == interval)
                .findFirst();
        return found.map(delay -> Stream.of(
                        Numbers.decimal(delay.medianDays(), 1),
                        Numbers.decimal(delay.meanDays(), 1),
                        Numbers.decimal(delay.p90Days(), 1),
                        Numbers.whole(delay.cases())))
                .orElse(Stream.of("–", "–", "–", "–"));
    }
}
