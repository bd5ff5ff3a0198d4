package io.laguna.apps.covid.report.chart;

import io.laguna.apps.covid.report.markup.Coordinates;
import io.laguna.apps.covid.report.markup.Element;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The curve of one series between a scale of days and a scale of values. */
public record Curve(List<LocalDate> days, Scale x, Scale y) {

    public List<Element> draw(Series series) {
        return switch (series.mark()) {
            case STEMS -> List.of(
                    Svg.path("stems " + series.style(), stems(series)).with("stroke-width", stemWidth()));
            case LINE -> List.of(Svg.path("line " + series.style(), line(series)));
            case AREA -> areas(series);
        };
    }

    /** Returns the height of the value at {@code index}, which must be there. */
    public double height(Series series, int index) {
        return y.at(series.values().get(index).orElseThrow());
    }

    /** Returns the width of a stem: bars with a gap while days are wide, thin lines when they are not. */
    private double stemWidth() {
        return Math.min(9, Math.max(0.6, 0.62 * Math.abs(x.end() - x.start()) / days.size()));
    }

    private String stems(Series series) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < days.size(); i++) {
            OptionalDouble top = y.at(series.values().get(i));
            if (top.isPresent() && top.getAsDouble() != y.start()) {
                path.append('M').append(Coordinates.write(x.at(days.get(i))));
                path.append(' ').append(Coordinates.write(y.start()));
                path.append('V').append(Coordinates.write(top.getAsDouble()));
            }
        }
        return path.toString();
    }

    private String line(Series series) {
        PathLine line = new PathLine();
        for (int i = 0; i < days.size(); i++) {
            OptionalDouble height = y.at(series.values().get(i));
            if (height.isPresent()) {
                line.to(x.at(days.get(i)), height.getAsDouble());
            } else {
                line.lift();
            }
        }
        return line.data();
    }

    private List<Element> areas(Series series) {
        List<Element> shapes = new ArrayList<>();
        int i = 0;
        while (i < days.size()) {
            int from = i;
            PathLine line = new PathLine();
            while (i < days.size() && series.values().get(i).isPresent()) {
                line.to(x.at(days.get(i)), height(series, i));
                i++;
            }
            if (i > from) {
                String ground =
                        "V" + Coordinates.write(y.start()) + "H" + Coordinates.write(x.at(days.get(from))) + "Z";
                shapes.add(Svg.path("area " + series.style(), line.data() + ground));
                shapes.add(Svg.path("line " + series.style(), line.data()));
            } else {
                i++;
            }
        }
        return shapes;
    }
}
