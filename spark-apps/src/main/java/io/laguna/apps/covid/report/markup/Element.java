package io.laguna.apps.covid.report.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An HTML or SVG element under construction. Attribute values and text are escaped when it is written. */
public final class Element implements Node {

    private final String tag;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Node> children = new ArrayList<>();

    private Element(String tag) {
        this.tag = tag;
    }

    public static Element of(String tag, Node... children) {
        return new Element(tag).add(children);
    }

    public static Element of(String tag, String text) {
        return new Element(tag).text(text);
    }

    public Element with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** Adds a coordinate or length, which is rounded to a tenth of a pixel. */
    public Element with(String attribute, double value) {
        return with(attribute, Coordinates.write(value));
    }

    public Element style(String className) {
        return with("class", className);
    }

    public Element add(Node... nodes) {
        children.addAll(List.of(nodes));
        return this;
    }

    public Element addAll(List<? extends Node> nodes) {
        children.addAll(nodes);
        return this;
    }

    public Element text(String value) {
        children.add(new Text(value));
        return this;
    }

    @Override
    public void writeTo(StringBuilder out) {
        out.append('<').append(tag);
        attributes.forEach((name, value) -> {
            out.append(' ').append(name).append("=\"");
            Text.escape(value, out);
            out.append('"');
        });
        if (tag.equals("meta")) {
            // The one void element of the page: HTML knows no other that may close itself.
            out.append("/>");
            return;
        }
        out.append('>');
        children.forEach(child -> child.writeTo(out));
        out.append("</").append(tag).append('>');
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        writeTo(out);
        return out.toString();
    }
}
