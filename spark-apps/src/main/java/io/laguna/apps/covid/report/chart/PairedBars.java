package io.laguna.apps.covid.report.chart;

import io.laguna.apps.covid.report.markup.Element;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A chart with two horizontal bars for each row, such as women and men of one age band. The style sheet colours them.
 */
public record PairedBars(String label, List<Pair> pairs, String firstStyle, String secondStyle) implements Chart {

    /** A pair of shares between 0 and 1, empty where the group has nobody. */
    public record Pair(String name, Side first, Side second) {}

    /**
     * One bar of a pair.
     *
     * @param text the share as printed
     * @param note shown when the pointer rests on the bar
     */
    public record Side(OptionalDouble share, String text, String note) {}

    private static final double ROW = 40;
    private static final double BAR = 13;
    private static final double TOP = 4;

    @Override
    public Element draw(Size size) {
        double left = 64;
        double right = size.width() - 90;
        double bottom = TOP + ROW * pairs.size();
        double largest = pairs.stream()
                .flatMap(pair -> List.of(pair.first(), pair.second()).stream())
                .flatMapToDouble(side -> side.share().stream())
                .max()
                .orElse(0);
        Scale x = new Scale(0, largest > 0 ? largest : 1, left, right);
        Element svg = Svg.canvas(size.width(), bottom + 4, label);
        for (int i = 0; i < pairs.size(); i++) {
            double middle = TOP + ROW * i + ROW / 2;
            svg.add(Svg.text(
                    "name", Anchor.END, left - 8, middle + 4, pairs.get(i).name()));
            svg.add(bar(firstStyle, pairs.get(i).first(), x, middle - BAR - 1));
            svg.add(bar(secondStyle, pairs.get(i).second(), x, middle + 1));
        }
        return svg.add(Svg.line("axis", left, TOP, left, bottom));
    }

    private static Element bar(String style, Side side, Scale x, double top) {
        double end = x.at(side.share().orElse(0));
        return Element.of("g")
                .add(Svg.tooltip(side.note()))
                .add(Svg.rectangle("bar " + style, x.start(), top, end - x.start(), BAR))
                .add(Svg.text("value", Anchor.START, end + 6, top + BAR - 2, side.text()));
    }
}
