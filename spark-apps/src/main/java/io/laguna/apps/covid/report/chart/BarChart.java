package io.laguna.apps.covid.report.chart;

import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.words.ShortName;
import java.util.List;
import java.util.Optional;

/**
 * A chart of horizontal bars from zero, one a row, each with its value at its end.
 *
 * @param bars from top to bottom
 * @param reference a value to compare all of them with
 */
public record BarChart(String label, List<Bar> bars, Optional<Reference> reference) implements Chart {

    /**
     * A row with its bar.
     *
     * @param key department code or another name under which the row can be highlighted
     * @param value what its length shows, at least zero
     * @param text the value as printed
     * @param note more about it, shown when the pointer rests on the row
     */
    public record Bar(String key, String name, double value, String text, String note) {}

    /** A vertical line across all bars. */
    public record Reference(String name, double value) {}

    private static final double ROW = 22;
    private static final double BAR = 14;
    private static final double TOP = 26;

    @Override
    public Element draw(Size size) {
        double left = size.isWide() ? 210 : 154;
        double right = size.width() - (size.isWide() ? 110 : 60);
        double bottom = TOP + ROW * bars.size();
        double largest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        double longest = Math.max(largest, reference.map(Reference::value).orElse(0.0));
        Scale x = new Scale(0, longest > 0 ? longest : 1, left, right);
        Element svg = Svg.canvas(size.width(), bottom + 6, label);
        reference.ifPresent(line -> {
            double at = x.at(line.value());
            svg.add(Svg.line("reference", at, TOP - 4, at, bottom));
            svg.add(Svg.text("value", at > right - 60 ? Anchor.END : Anchor.MIDDLE, at, TOP - 10, line.name()));
        });
        for (int i = 0; i < bars.size(); i++) {
            svg.add(row(bars.get(i), x, TOP + ROW * i));
        }
        return svg.add(Svg.line("axis", left, TOP - 2, left, bottom));
    }

    private static Element row(Bar bar, Scale x, double top) {
        double middle = top + ROW / 2;
        double end = x.at(bar.value());
        return Element.of("g")
                .style("row")
                .with("data-key", bar.key())
                .add(Svg.tooltip(bar.name() + ": " + bar.note()))
                .add(Svg.text("name", Anchor.END, x.start() - 8, middle + 4, ShortName.of(bar.name())))
                .add(Svg.rectangle("bar", x.start(), middle - BAR / 2, end - x.start(), BAR))
                .add(Svg.text("value", Anchor.START, end + 6, middle + 4, bar.text()));
    }
}
