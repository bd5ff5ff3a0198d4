package io.laguna.apps.covid.report.chart;

import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.markup.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart with its title and note above it.
 *
 * @param note how to read it: unit, scale, colours; may be empty
 * @param key the colours in use, empty when there is but one
 */
public record Figure(String title, String note, List<Key> key, Chart chart) {

    /** A colour and its meaning. */
    public record Key(String style, String meaning) {}

    public Element render() {
        List<Node> caption = new ArrayList<>();
        caption.add(Element.of("b", title));
        if (!note.isEmpty()) {
            caption.add(Element.of("span", note).style("note"));
        }
        if (!key.isEmpty()) {
            caption.add(Element.of("span")
                    .style("key")
                    .addAll(key.stream()
                            .map(entry -> Element.of("span", Element.of("i").style("swatch " + entry.style()))
                                    .text(entry.meaning()))
                            .toList()));
        }
        return Element.of("figure")
                .add(Element.of("figcaption").addAll(caption))
                .add(Element.of("div", chart.draw(Size.WIDE)).style("wide"))
                .add(Element.of("div", chart.draw(Size.NARROW)).style("narrow"));
    }
}
