package io.laguna.apps.covid.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.apps.covid.report.finding.SampleFindings;
import io.laguna.apps.covid.report.markup.Xml;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class LineChartTest {

    private static final double NONE = Double.NaN;

    @ParameterizedTest
    @EnumSource(Size.class)
    void lineEndsInItsValueAndTellsItsPeak(Size size) {
        Document chart = draw(size, Series.Mark.LINE, 0, 10, 1_200, 40, 50, 60, 70, 80, 90, 34);

        assertThat(Xml.texts(chart, "text", "value")).containsExactly("34", "1\u202F200 on 8 Mar");
    }

    @Test
    void risingLineIsLabelledOnceAtItsEnd() {
        assertThat(Xml.texts(draw(Size.WIDE, Series.Mark.LINE, 1, 2, 3.5), "text", "value"))
                .containsExactly("3.5");
    }

    @Test
    void axisStartsAtZeroAndCoversTheData() {
        List<String> ticks = Xml.texts(draw(Size.WIDE, Series.Mark.LINE, 1, 2, 95), "text", "tick");

        assertThat(ticks).contains("0", "50", "100").contains("6 Mar 2020", "8 Mar");
    }

    @Test
    void dayWithoutAValueBreaksTheLine() {
        assertThat(line(Series.Mark.LINE, 1, 2, NONE, 4, 5).split("M", -1)).hasSize(3);
        assertThat(line(Series.Mark.LINE, 1, 2, 3, 4, 5).split("M", -1)).hasSize(2);
    }

    @Test
    void dayWithoutAValueBreaksTheArea() {
        Document chart = draw(Size.WIDE, Series.Mark.AREA, 1, 2, NONE, 4, 5);

        assertThat(styles(chart, "path")).filteredOn("area cases"::equals).hasSize(2);
    }

    @Test
    void dayOfNothingHasNoStem() {
        assertThat(line(Series.Mark.STEMS, 1, 0, NONE, 4).split("M", -1)).hasSize(3);
    }

    @Test
    void seriesWithoutAnyValueIsAnEmptyPlot() {
        Document chart = draw(Size.WIDE, Series.Mark.LINE, NONE, NONE);

        assertThat(Xml.texts(chart, "text", "value")).isEmpty();
        assertThat(Xml.texts(chart, "text", "tick")).contains("0", "1");
    }

    @Test
    void oneDayIsDrawnWithoutDividingByZero() {
        assertThat(Xml.elements(draw(Size.NARROW, Series.Mark.LINE, 5), "circle")
                        .get(0)
                        .getAttribute("cx"))
                .isEqualTo("59");
    }

    @Test
    void manyDaysCostNoMorePointsThanThePlotHasRoomFor() {
        double[] years = IntStream.range(0, 20_000).mapToDouble(i -> i).toArray();

        assertThat(line(Series.Mark.LINE, years).split("L", -1)).hasSizeLessThan(2_500);
    }

    private static String line(Series.Mark mark, double... values) {
        return Xml.elements(draw(Size.WIDE, mark, values), "path").get(0).getAttribute("d");
    }

    private static List<String> styles(Document chart, String tag) {
        return Xml.elements(chart, tag).stream()
                .map((Element element) -> element.getAttribute("class"))
                .toList();
    }

    private static Document draw(Size size, Series.Mark mark, double... values) {
        List<LocalDate> days = IntStream.range(0, values.length)
                .mapToObj(SampleFindings.FIRST::plusDays)
                .toList();
        List<OptionalDouble> row = Arrays.stream(values)
                .mapToObj(value -> Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value))
                .toList();
        LineChart chart = new LineChart("A chart", days, List.of(new Series(mark, "cases", row)), 200);
        return Xml.parse(chart.draw(size).toString());
    }
}
