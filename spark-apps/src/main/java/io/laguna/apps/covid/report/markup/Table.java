package io.laguna.apps.covid.report.markup;

import io.laguna.apps.covid.report.words.ShortName;
import java.util.ArrayList;
import java.util.List;

/** A table whose first column names its rows and whose other columns hold figures, aligned right. */
public final class Table {

    /**
     * A heading above several columns.
     *
     * @param name may be empty
     */
    public record Group(String name, int columns) {}

    private String style = "figures";
    private final List<Element> groups = new ArrayList<>();
    private final Element head = Element.of("tr");
    private final List<Element> rows = new ArrayList<>();

    private Table() {}

    public static Table of(String... headings) {
        Table table = new Table();
        for (String heading : headings) {
            table.head.add(Element.of("th", heading).with("scope", "col"));
        }
        return table;
    }

    /** Makes the columns hold words, aligned left, instead of figures. */
    public Table worded() {
        style = "words";
        return this;
    }

    /** Adds headings above the headings, from left to right over all columns. */
    public Table groups(Group... over) {
        Element row = Element.of("tr").style("groups");
        for (Group group : over) {
            row.add(Element.of("th", Element.of("span", group.name()))
                    .with("colspan", Integer.toString(group.columns())));
        }
        groups.add(row);
        return this;
    }

    /** Makes the row just added stand out, such as the country among its departments. */
    public Table emphasise() {
        rows.get(rows.size() - 1).style("total");
        return this;
    }

    /**
     * Adds a row.
     *
     * @param key department code or another name under which the row can be highlighted
     */
    public Table row(String key, String name, String... figures) {
        Element row = Element.of("tr")
                .with("data-key", key)
                .add(Element.of("th", ShortName.of(name)).with("scope", "row").with("title", name));
        for (String figure : figures) {
            row.add(Element.of("td", figure));
        }
        rows.add(row);
        return this;
    }

    public Element render() {
        Element table = Element.of(
                        "table",
                        Element.of("thead").addAll(groups).add(head),
                        Element.of("tbody").addAll(rows))
                .style(style);
        return Element.of("div", table).style("scroll");
    }

    /** Returns the table folded away under {@code summary}: the figures behind a chart. */
    public Element folded(String summary) {
        return Element.of("details", Element.of("summary", summary), render());
    }
}
