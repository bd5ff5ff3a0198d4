package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.finding.BedPressure;
import io.laguna.apps.covid.report.markup.Node;
import io.laguna.apps.covid.report.markup.Table;
import io.laguna.apps.covid.report.words.Numbers;
import io.laguna.apps.covid.report.words.SpanishOrder;
import java.util.Comparator;
import java.util.List;

/** The section on cases and intensive-care beds. */
public record BedsSection(List<BedPressure> beds, int departments) implements Section {

    private static final String UNKNOWN = "no figure published";

    @Override
    public String id() {
        return "beds";
    }

    @Override
    public String title() {
        return "Pressure on intensive care";
    }

    @Override
    public boolean isEmpty() {
        return beds.isEmpty();
    }

    @Override
    public String whenEmpty() {
        return Section.missing("icu_pressure");
    }

    @Override
    public List<Node> body() {
        Table table =
                Table.of("Department", "ICU beds", "Cases", "Severe cases", "Cases per bed", "Severe cases per bed");
        beds.stream()
                .sorted(Comparator.<BedPressure>comparingDouble(
                                one -> one.casesPerIcuBed().orElse(-1))
                        .reversed()
                        .thenComparing(BedPressure::name, SpanishOrder.BY_NAME))
                .forEach(one -> table.row(
                        one.code(),
                        one.name(),
                        one.icuBeds().isPresent() ? Numbers.whole(one.icuBeds().getAsLong()) : UNKNOWN,
                        Numbers.whole(one.cases()),
                        Numbers.whole(one.severeCases()),
                        Numbers.decimal(one.casesPerIcuBed(), 2),
                        Numbers.decimal(one.severeCasesPerIcuBed(), 2)));
        long known = beds.stream().filter(one -> one.icuBeds().isPresent()).count();
        return List.of(
                Section.paragraph(
                        "All cases so far against the intensive-care beds of the department. A figure has been published for "
                                + known + " of " + Numbers.count(departments, "department", "departments")
                                + ". Severe cases are those in intensive care or of severity Grave, as last published. This"
                                + " compares sizes and is no occupancy: beds and cases are of different dates."),
                table.render());
    }
}
