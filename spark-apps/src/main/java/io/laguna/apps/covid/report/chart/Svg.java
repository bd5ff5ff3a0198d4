package io.laguna.apps.covid.report.chart;

import io.laguna.apps.covid.report.markup.Coordinates;
import io.laguna.apps.covid.report.markup.Element;

/** The few SVG shapes the charts are made of. Colours come from the page's style sheet by class. */
public final class Svg {

    private Svg() {}

    /**
     * Makes the root of a drawing.
     *
     * @param label the description for a reader who cannot see the drawing
     */
    public static Element canvas(double width, double height, String label) {
        return Element.of("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 " + Coordinates.write(width) + " " + Coordinates.write(height))
                .with("width", width)
                .with("height", height)
                .with("role", "img")
                .with("aria-label", label);
    }

    public static Element line(String style, double x1, double y1, double x2, double y2) {
        return Element.of("line")
                .style(style)
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2);
    }

    static Element rectangle(String style, double x, double y, double width, double height) {
        return Element.of("rect")
                .style(style)
                .with("x", x)
                .with("y", y)
                .with("width", Math.max(0, width))
                .with("height", Math.max(0, height));
    }

    public static Element dot(String style, double x, double y, double radius) {
        return Element.of("circle").style(style).with("cx", x).with("cy", y).with("r", radius);
    }

    static Element path(String style, String data) {
        return Element.of("path").style(style).with("d", data);
    }

    public static Element text(String style, Anchor anchor, double x, double y, String value) {
        return Element.of("text", value)
                .style(style)
                .with("text-anchor", anchor.value())
                .with("x", x)
                .with("y", y);
    }

    /** Returns a text that appears when the pointer rests on a shape. */
    static Element tooltip(String value) {
        return Element.of("title", value);
    }
}
