package io.laguna.apps.covid.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.apps.covid.report.finding.Day;
import io.laguna.apps.covid.report.finding.DepartmentCurve;
import io.laguna.apps.covid.report.finding.Findings;
import io.laguna.apps.covid.report.finding.Origin;
import io.laguna.apps.covid.report.finding.SampleFindings;
import io.laguna.apps.covid.report.markup.Xml;
import io.laguna.apps.covid.report.section.BedsSection;
import io.laguna.apps.covid.report.section.DepartmentsSection;
import io.laguna.apps.covid.report.section.FatalitySection;
import io.laguna.apps.covid.report.section.ModelSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

class PageTest {

    private static final Set<String> LOADING = Set.of("src", "srcset", "data", "poster", "background", "xlink:href");

    private final String page = new Page(new SampleFindings(33).findings()).render();

    @Test
    void pageIsWellFormed() {
        Document document = Xml.parse(page);

        assertThat(Xml.elements(document, "h1")).hasSize(1);
        assertThat(Xml.elements(document, "svg")).hasSizeGreaterThan(33);
    }

    @Test
    void pageLoadsNothingFromAnywhere() {
        Document document = Xml.parse(page);

        for (Element element : Xml.elements(document, "*")) {
            NamedNodeMap attributes = element.getAttributes();
            List<String> names = IntStream.range(0, attributes.getLength())
                    .mapToObj(i -> attributes.item(i).getNodeName())
                    .toList();
            assertThat(names).as(element.getTagName()).doesNotContainAnyElementsOf(LOADING);
            if (names.contains("href")) {
                assertThat(element.getTagName()).isEqualTo("a");
            }
        }
        assertThat(Xml.elements(document, "link")).isEmpty();
        assertThat(Xml.elements(document, "style").get(0).getTextContent()).doesNotContain("url(", "@import");
        assertThat(Xml.elements(document, "script").get(0).getTextContent()).doesNotContain("fetch(", "import");
    }

    @Test
    void pageIsReadableWithoutItsScript() {
        Document document = Xml.parse(page);

        Element highlighter = Xml.elements(document, "p").stream()
                .filter(element -> element.getAttribute("class").equals("highlighter"))
                .findFirst()
                .orElseThrow();
        assertThat(highlighter.hasAttribute("hidden")).isTrue();
        assertThat(Xml.texts(document, "p", "figure")).contains("79\u202F695");
    }

    @Test
    void everyDepartmentHasItsPanel() {
        assertThat(panels(page)).hasSize(33);
        assertThat(page).contains("in all 33 departments");
    }

    @Test
    void markupInNamesIsText() {
        String name = "<script>alert('1')</script> & \"Hijos\"";

        Document document =
                Xml.parse(new Page(new SampleFindings(3).nameTheFirst(name).findings()).render());

        assertThat(Xml.elements(document, "script")).hasSize(1);
        assertThat(panels(document)).contains(name);
    }

    @Test
    void emptyLakeSaysWhatIsMissingAndWhoBringsIt() {
        String empty = new Page(SampleFindings.none()).render();

        assertThat(Xml.texts(Xml.parse(empty), "p", "empty"))
                .hasSize(11)
                .contains("No figures yet: the table refined.national_daily has no rows. The job BuildMarts fills it.")
                .contains("No model has been trained on these cases yet. The job TrainRecoveryModel does it.");
        assertThat(empty).doesNotContain("NaN", "Infinity", "null");
    }

    @Test
    void lakeWithSomeDepartmentsOnlyNamesTheOthers() {
        Findings all = new SampleFindings(28).findings();
        List<Day> untouched = all.departments().get(27).days().stream()
                .map(day -> new Day(day.date(), 0, 0, 0, 0, OptionalDouble.of(0)))
                .toList();
        List<DepartmentCurve> curves = new ArrayList<>(all.departments());
        curves.set(27, new DepartmentCurve("99", "Vichada", untouched));

        String section = new DepartmentsSection(curves).render().toString();

        assertThat(panels(section)).hasSize(27).doesNotContain("Vichada");
        assertThat(section).contains("No case has been reported in Vichada.");
    }

    @Test
    void modelThatIsMissingIsNotInvented() {
        String section = new ModelSection(
                        new SampleFindings(2).withoutModel().findings().model(), List.of())
                .render()
                .toString();

        assertThat(section).contains("No model has been trained").doesNotContain("<table");
    }

    @Test
    void rejectedRowsAreToldWithTheirReasons() {
        String with = new Page(new SampleFindings(2)
                        .rejecting(Map.of("no case id", 4L))
                        .findings())
                .render();
        String without = new Page(new SampleFindings(2).rejecting(Map.of()).findings()).render();

        assertThat(with).contains("no case id").doesNotContain("No row was rejected");
        assertThat(without).contains("No row was rejected in the last run.").doesNotContain("Reason for rejection");
    }

    @Test
    void generatedCasesAreCalledGenerated() {
        Origin generated = new Origin("2026-11-21T053018", "generated", "seed 7", 10_004, "CURRENT");
        Origin file = new Origin("2026-11-21T053018", "file", "/home/someone/cases.csv", 10_004, "CURRENT");

        assertThat(new Page(new SampleFindings(2).from(generated).findings()).render())
                .contains("Generated sample");
        assertThat(new Page(new SampleFindings(2).from(file).findings()).render())
                .doesNotContain("Generated sample", "/home/someone")
                .contains("cases.csv");
    }

    @Test
    void whatQueriesFoundIsShownAndIsTheHeadline() {
        String with = new Page(new SampleFindings(2)
                        .asked(SampleFindings.answers(1234))
                        .findings())
                .render();
        Document document = Xml.parse(with);

        assertThat(Xml.texts(document, "h2", "")).contains("From Athena");
        assertThat(Xml.texts(document, "p", "figure")).startsWith("1\u202F234", "9", "123.4");
        assertThat(with).contains(">Antioquia<", "<td>12.3</td>", "<td>85.0%</td>", "<td>8.3</td>", "<td>–</td>");
    }

    @Test
    void withoutQueriesThereIsNoSectionOfTheirs() {
        assertThat(page).doesNotContain("Athena");
    }

    @Test
    void unknownNumberOfBedsIsSaidAndNotCountedAsNone() {
        String section = new BedsSection(new SampleFindings(3).findings().beds(), 33)
                .render()
                .toString();

        assertThat(section).contains("no figure published", "for 1 of 33 departments", "<td>400</td>", "<td>6.21</td>");
        assertThat(section).doesNotContain("<td>0</td>");
    }

    @Test
    void shareOfFewCasesTellsHowFew() {
        String section = new FatalitySection(new SampleFindings(1).findings().fatality())
                .render()
                .toString();

        assertThat(section).contains(">33.3% of 3<", ">25.0%<");
    }

    @Test
    void sameFindingsGiveTheSamePage() {
        assertThat(new Page(new SampleFindings(33).findings()).render()).isEqualTo(page);
    }

    private static List<String> panels(String markup) {
        return panels(Xml.parse(markup));
    }

    /** Returns the full names of the departments that have a panel. */
    private static List<String> panels(Document document) {
        return Xml.elements(document, "h3").stream()
                .filter(heading -> heading.hasAttribute("title"))
                .map(heading -> heading.getAttribute("title"))
                .toList();
    }
}
