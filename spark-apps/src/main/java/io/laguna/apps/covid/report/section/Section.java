package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.markup.Element;
import io.laguna.apps.covid.report.markup.Node;
import java.util.List;

/** A chapter of the page. */
public interface Section {

    /** Returns the name by which links reach the section. */
    String id();

    String title();

    /** Tells whether there is nothing to show yet. */
    boolean isEmpty();

    /** Returns the text for an empty section: what is missing and which job brings it. */
    String whenEmpty();

    List<Node> body();

    default Element render() {
        Element section = Element.of("section").with("id", id()).add(Element.of("h2", title()));
        return isEmpty() ? section.add(Element.of("p", whenEmpty()).style("empty")) : section.addAll(body());
    }

    static String missing(String table) {
        return "No figures yet: the table refined." + table + " has no rows. The job BuildMarts fills it.";
    }

    static Element paragraph(String text) {
        return Element.of("p", text);
    }
}
