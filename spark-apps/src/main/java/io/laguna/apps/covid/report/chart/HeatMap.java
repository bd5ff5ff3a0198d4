package io.laguna.apps.covid.report.chart;

import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.words.Dates;
import io.laguna.apps.covid.report.words.Numbers;
import io.laguna.apps.covid.report.words.ShortName;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A heat map with a row for each department and a column for each month, darker for more. Numbers are printed where
 * cells have space.
 *
 * @param months the columns, ascending
 */
public record HeatMap(String label, List<YearMonth> months, List<Strip> strips) implements Chart {

    /**
     * A row of the map.
     *
     * @param values one for each month, empty where there is no figure
     */
    public record Strip(String key, String name, List<OptionalDouble> values) {}

    private static final int SHADES = 6;
    private static final double ROW = 21;
    private static final double TOP = 24;
    private static final double WIDEST_CELL = 166;
    private static final double ROOM_OF_A_NUMBER = 40;
    private static final double ROOM_OF_A_MONTH = 62;

    @Override
    public Element draw(Size size) {
        double left = size.isWide() ? 210 : 154;
        double cell = Math.min(WIDEST_CELL, (size.width() - left) / months.size());
        double largest = largest();
        Element svg = Svg.canvas(size.width(), TOP + ROW * strips.size(), label);
        int every = (int) Math.ceil(ROOM_OF_A_MONTH / cell);
        for (int i = 0; i < months.size(); i += every) {
            Anchor anchor = every == 1 ? Anchor.MIDDLE : Anchor.START;
            double x = left + cell * i + (every == 1 ? cell / 2 : 0);
            if (x + ROOM_OF_A_MONTH / 2 <= size.width()) {
                svg.add(Svg.text("tick", anchor, x, TOP - 9, Dates.month(months.get(i))));
            }
        }
        for (int i = 0; i < strips.size(); i++) {
            svg.add(row(strips.get(i), left, TOP + ROW * i, cell, largest));
        }
        return svg;
    }

    private Element row(Strip strip, double left, double top, double cell, double largest) {
        Element row = Element.of("g")
                .style("row")
                .with("data-key", strip.key())
                .add(Svg.text("name", Anchor.END, left - 8, top + ROW / 2 + 4, ShortName.of(strip.name())));
        for (int i = 0; i < months.size(); i++) {
            OptionalDouble value = strip.values().get(i);
            double x = left + cell * i;
            Element box = Element.of("g")
                    .style("heat " + shade(value, largest))
                    .add(Svg.tooltip(strip.name() + ", " + Dates.month(months.get(i)) + ": " + text(value)))
                    .add(Svg.rectangle("bar", x, top, cell - (cell > 8 ? 1 : 0), ROW - 1));
            if (cell >= ROOM_OF_A_NUMBER) {
                box.add(Svg.text("inside", Anchor.MIDDLE, x + cell / 2, top + ROW / 2 + 4, text(value)));
            }
            row.add(box);
        }
        return row;
    }

    private static String text(OptionalDouble value) {
        return Numbers.rate(value);
    }

    /**
     * Returns the shade of a value. Shades grow with the logarithm: the months of an epidemic span orders of magnitude.
     */
    private static String shade(OptionalDouble value, double largest) {
        if (value.isEmpty() || value.getAsDouble() == 0) {
            return "shade0";
        }
        double share = Math.log1p(value.getAsDouble()) / Math.log1p(largest);
        return "shade" + Math.min(SHADES, 1 + (int) (share * SHADES));
    }

    private double largest() {
        return strips.stream()
                .flatMap(strip -> strip.values().stream())
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(0);
    }
}
