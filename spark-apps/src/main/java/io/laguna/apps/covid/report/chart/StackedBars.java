package io.laguna.apps.covid.report.chart;

import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.words.Numbers;
import java.util.List;

/**
 * A chart of horizontal bars of equal length, divided by share. A part is labelled where its share has space.
 *
 * @param parts their names and styles, from left to right
 */
public record StackedBars(String label, List<Figure.Key> parts, List<Stack> stacks) implements Chart {

    /**
     * A bar made of parts.
     *
     * @param counts one for each part
     */
    public record Stack(String name, List<Long> counts) {

        long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    private static final double ROW = 28;
    private static final double BAR = 20;
    private static final double TOP = 4;
    private static final double ROOM_OF_A_LABEL = 40;

    @Override
    public Element draw(Size size) {
        double left = 64;
        double right = size.width() - (size.isWide() ? 90 : 62);
        Element svg = Svg.canvas(size.width(), TOP + ROW * stacks.size() + 4, label);
        for (int i = 0; i < stacks.size(); i++) {
            Stack stack = stacks.get(i);
            double middle = TOP + ROW * i + ROW / 2;
            svg.add(Svg.text("name", Anchor.END, left - 8, middle + 4, stack.name()));
            svg.addAll(List.of(bar(stack, new Scale(0, Math.max(1, stack.total()), left, right), middle)));
            svg.add(Svg.text("tick", Anchor.END, size.width(), middle + 4, Numbers.whole(stack.total())));
        }
        return svg;
    }

    private Element bar(Stack stack, Scale x, double middle) {
        Element bar = Element.of("g");
        long before = 0;
        for (int i = 0; i < parts.size(); i++) {
            long count = stack.counts().get(i);
            double start = x.at((double) before);
            double width = x.at((double) (before + count)) - start;
            before += count;
            if (count == 0) {
                continue;
            }
            String share = Numbers.percent(count, stack.total(), 1);
            Element part = Element.of("g")
                    .style("part " + parts.get(i).style())
                    .add(Svg.tooltip(
                            stack.name() + ", " + parts.get(i).meaning() + ": " + Numbers.whole(count) + ", " + share))
                    .add(Svg.rectangle("bar", start, middle - BAR / 2, width, BAR));
            if (width >= ROOM_OF_A_LABEL) {
                part.add(Svg.text("inside", Anchor.MIDDLE, start + width / 2, middle + 4, share));
            }
            bar.add(part);
        }
        return bar;
    }
}
