package io.laguna.apps.covid.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.apps.covid.report.finding.Day;
import io.laguna.apps.covid.report.finding.DepartmentCurve;
import io.laguna.apps.covid.report.finding.SampleFindings;
import io.laguna.apps.covid.report.markup.Xml;
import io.laguna.apps.covid.report.section.AgeBand;
import io.laguna.apps.covid.report.section.SmallMultiples;
import io.laguna.apps.covid.report.words.Numbers;
import io.laguna.apps.covid.report.words.SpanishOrder;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartsTest {

    private static final String SAN_ANDRES = "Archipiélago de San Andrés, Providencia y Santa Catalina";

    @Test
    void barsAreAsLongAsTheirValues() {
        Document chart = parse(new BarChart("Rates", List.of(bar("A", 200), bar("B", 50)), Optional.empty()));

        assertThat(widths(chart, "bar")).containsExactly(720.0, 180.0);
    }

    @Test
    void barsThatAreAllZeroAreDrawnFlat() {
        assertThat(widths(parse(new BarChart("Rates", List.of(bar("A", 0)), Optional.empty())), "bar"))
                .containsExactly(0.0);
    }

    @Test
    void longestNameOfADepartmentIsShortenedWhereItIsDrawnAndToldInFull() {
        Document chart = parse(new BarChart("Rates", List.of(bar(SAN_ANDRES, 1)), Optional.empty()));

        assertThat(Xml.texts(chart, "text", "name")).containsExactly("San Andrés y Providencia");
        assertThat(Xml.elements(chart, "title").get(0).getTextContent()).startsWith(SAN_ANDRES);
    }

    @Test
    void stackIsCutByShare() {
        Document chart = parse(new StackedBars(
                "Severity",
                List.of(new Figure.Key("severity0", "mild"), new Figure.Key("severity1", "severe")),
                List.of(
                        new StackedBars.Stack("0–9", List.of(3L, 1L)),
                        new StackedBars.Stack("10–19", List.of(0L, 0L)))));

        assertThat(widths(chart, "bar")).containsExactly(664.5, 221.5);
        assertThat(Xml.texts(chart, "text", "inside")).containsExactly("75.0%", "25.0%");
    }

    @Test
    void heatMapTellsNothingFromZeroAndNoFigure() {
        Document chart = parse(new HeatMap(
                "Months",
                List.of(YearMonth.of(2020, 3), YearMonth.of(2020, 4), YearMonth.of(2020, 5)),
                List.of(new HeatMap.Strip(
                        "05",
                        "Antioquia",
                        List.of(OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.of(300))))));

        assertThat(Xml.texts(chart, "text", "inside")).containsExactly("–", "0", "300");
        assertThat(Xml.elements(chart, "g").stream()
                        .map(cell -> cell.getAttribute("class"))
                        .filter(style -> style.startsWith("heat")))
                .containsExactly("heat shade0", "heat shade0", "heat shade6");
    }

    @Test
    void milestoneIsAtItsDay() {
        LocalDate first = SampleFindings.FIRST;
        Document chart = parse(new MilestoneChart(
                "1,000th case",
                List.of(
                        new MilestoneChart.Milestone("11", "Bogotá D.C.", first, first.plusDays(50), 50),
                        new MilestoneChart.Milestone("91", "Amazonas", first.plusDays(40), first.plusDays(100), 60))));

        List<Double> ends = Xml.elements(chart, "circle").stream()
                .map(dot -> Double.valueOf(dot.getAttribute("cx")))
                .toList();
        assertThat(ends).containsExactly(540.0, 870.0);
        assertThat(Xml.texts(chart, "text", "value")).containsExactly("25 Apr, 50 days", "14 Jun, 60 days");
    }

    @Test
    void panelsComeInTheOrderOfTheirCases() {
        List<Day> few = List.of(new Day(SampleFindings.FIRST, 1, 0, 1, 0, OptionalDouble.of(1)));
        List<Day> many = List.of(new Day(SampleFindings.FIRST, 9, 0, 9, 0, OptionalDouble.of(9)));

        Document panels = Xml.parse(new SmallMultiples(List.of(
                        new DepartmentCurve("91", "Amazonas", few), new DepartmentCurve("76", "Valle del Cauca", many)))
                .render()
                .toString());

        assertThat(Xml.elements(panels, "h3").stream().map(Element::getTextContent))
                .containsExactly("Valle del Cauca", "Amazonas");
    }

    @Test
    void ageBandsAreInTheOrderOfAge() {
        assertThat(List.of("80+", "", "10-19", "0-9").stream().sorted(AgeBand.BY_AGE))
                .containsExactly("0-9", "10-19", "80+", "");
    }

    @Test
    void namesAreInTheOrderOfSpanish() {
        assertThat(List.of("Valle del Cauca", SAN_ANDRES, "Córdoba", "Cundinamarca", "Chocó", "Sucre").stream()
                        .sorted(SpanishOrder.BY_NAME))
                .containsExactly("Chocó", "Córdoba", "Cundinamarca", SAN_ANDRES, "Sucre", "Valle del Cauca");
    }

    private static BarChart.Bar bar(String name, double value) {
        return new BarChart.Bar("05", name, value, Numbers.decimal(value, 0), "a note");
    }

    private static List<Double> widths(Document chart, String style) {
        return Xml.elements(chart, "rect").stream()
                .filter(rectangle -> rectangle.getAttribute("class").equals(style))
                .map(rectangle -> Double.valueOf(rectangle.getAttribute("width")))
                .toList();
    }

    private static Document parse(Chart chart) {
        return Xml.parse(chart.draw(Size.WIDE).toString());
    }
}
