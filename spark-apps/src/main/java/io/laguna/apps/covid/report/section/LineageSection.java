package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.finding.MartAccount;
import io.laguna.apps.covid.report.finding.Origin;
import io.laguna.apps.covid.report.finding.RowAccount;
import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.markup.Node;
import io.laguna.apps.covid.report.markup.Table;
import io.laguna.apps.covid.report.words.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The section on the origin of the figures, and on what became of every row on the way. */
public record LineageSection(Optional<RowAccount> clean, Optional<MartAccount> marts, List<Origin> origins)
        implements Section {

    /** The number of deliveries that are in view, the newest. */
    private static final int DELIVERIES_IN_VIEW = 10;

    @Override
    public String id() {
        return "lineage";
    }

    @Override
    public String title() {
        return "Where the figures come from";
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public String whenEmpty() {
        return "";
    }

    @Override
    public List<Node> body() {
        List<Node> body = new ArrayList<>();
        clean.ifPresentOrElse(
                summary -> body.addAll(rows(summary)),
                () -> body.add(Section.paragraph("No account of the rows yet: the job CleanCases writes it.")
                        .style("empty")));
        clean.map(this::deliveries).ifPresent(body::add);
        marts.map(LineageSection::tables).ifPresent(body::add);
        body.addAll(sources());
        return body;
    }

    private static List<Node> rows(RowAccount summary) {
        Table account = Table.of("Rows of the last run", "Rows")
                .row("", "Already in the trusted zone", Numbers.whole(summary.rowsBefore()))
                .row("", "Read from new deliveries", "+ " + Numbers.whole(summary.rowsIn()))
                .row("", "Rejected as unreadable", "− " + Numbers.whole(summary.rowsRejected()))
                .row("", "Superseded by a later delivery", "− " + Numbers.whole(summary.rowsSuperseded()))
                .row("", "Cases in the trusted zone", "= " + Numbers.whole(summary.rowsOut()))
                .emphasise();
        if (summary.rowsRejected() == 0) {
            return List.of(account.render(), Section.paragraph("No row was rejected in the last run."));
        }
        Table reasons = Table.of("Reason for rejection", "Rows");
        summary.rejectedByReason().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(reason -> reasons.row("", reason.getKey(), Numbers.whole(reason.getValue())));
        return List.of(account.render(), reasons.render());
    }

    private Element deliveries(RowAccount summary) {
        List<String> newest = summary.deliveries().stream()
                .sorted(Comparator.reverseOrder())
                .limit(DELIVERIES_IN_VIEW)
                .toList();
        Table table =
                Table.of("Delivery (UTC)", "Origin", "Source", "Header", "Rows").worded();
        newest.forEach(delivery -> origin(delivery)
                .ifPresentOrElse(
                        origin -> table.row(
                                "",
                                delivery,
                                origin.kind(),
                                fileName(origin.source()),
                                origin.header(),
                                Numbers.whole(origin.rows())),
                        () -> table.row("", delivery, "in its manifest", "–", "–", "–")));
        Element block = Element.of("div", table.render());
        int earlier = summary.deliveries().size() - newest.size();
        return earlier == 0
                ? block
                : block.add(
                        Section.paragraph("and " + Numbers.count(earlier, "earlier delivery", "earlier deliveries")));
    }

    private Optional<Origin> origin(String delivery) {
        return origins.stream()
                .filter(origin -> origin.delivery().equals(delivery))
                .findFirst();
    }

    /** Returns the name of a file without its folders, which are the business of the person who landed it. */
    private static String fileName(String source) {
        return source.startsWith("http") ? source : source.substring(source.lastIndexOf('/') + 1);
    }

    private static Element tables(MartAccount summary) {
        Table table = Table.of("Table", "Rows");
        summary.tables().forEach((name, rows) -> table.row("", "refined." + name, Numbers.whole(rows)));
        return table.folded("The tables this page is drawn from");
    }

    private List<Node> sources() {
        String year = marts.map(summary -> " of " + summary.populationYear()).orElse("");
        String cases = origins.stream().anyMatch(Origin::isGenerated)
                ? "Cases: generated in the shape of the dataset "
                : "Cases: deliveries in the format of the dataset ";
        Element list = Element.of("ul")
                .add(Element.of("li", cases)
                        .add(Element.of("a", "gt2j-8ykr").with("href", "https://www.datos.gov.co/d/gt2j-8ykr"))
                        .text(", “Casos positivos de COVID-19 en Colombia”, which the Instituto Nacional de Salud (INS)"
                                + " publishes through datos.gov.co."))
                .add(Element.of(
                        "li",
                        "Population" + year + ", departments and municipalities: projections and DIVIPOLA codes of the"
                                + " Departamento Administrativo Nacional de Estadística (DANE)."))
                .add(Element.of(
                        "li",
                        "Intensive-care beds: Ministerio de Salud y Protección Social (MinSalud), October 2020, for the"
                                + " departments with a published figure."));
        return List.of(
                Element.of("h3", "Sources"),
                list,
                Element.of("h3", "Definitions"),
                Section.paragraph("Deaths are cases with the outcome Fallecido; deaths from other causes are not among"
                        + " them. Fatality is deaths divided by all cases reported, recovered or not. A 7-day average"
                        + " covers the day itself and the six before it. Cases of the districts Barranquilla, Cartagena,"
                        + " Santa Marta and Buenaventura count in Atlántico, Bolívar, Magdalena and Valle del Cauca."));
    }
}
