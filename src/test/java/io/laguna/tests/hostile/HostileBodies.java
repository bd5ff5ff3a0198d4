package io.laguna.tests.hostile;

import io.laguna.tests.hostile.HostileValues.Items;
import io.laguna.tests.hostile.HostileValues.Literal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The bodies that values make: JSON, XML and forms. */
final class HostileBodies {
    private HostileBodies() {}

    static String json(Object value) {
        if (value instanceof Literal literal) {
            return literal.text();
        }
        if (value instanceof Items items) {
            return items.elements().stream().map(HostileBodies::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted((String) entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return quoted((String) value);
    }

    static String xml(String name, Object value) {
        if (value instanceof Items items) {
            String elements = items.elements().stream()
                    .map(element -> xml(items.flattened() ? name : items.name(), element))
                    .collect(Collectors.joining());
            return items.flattened() ? elements : "<" + name + ">" + elements + "</" + name + ">";
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> xml((String) entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining("", "<" + name + ">", "</" + name + ">"));
        }
        String text = plain(value);
        return "<" + name + ">" + text.replace("&", "&amp;").replace("<", "&lt;") + "</" + name + ">";
    }

    static String form(String name, Object value) {
        if (value instanceof Items items) {
            StringBuilder form = new StringBuilder();
            for (int i = 0; i < items.elements().size(); i++) {
                form.append(form(name + ".member." + (i + 1), items.elements().get(i)));
            }
            return form.toString();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> form(name + "." + entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining());
        }
        return "&" + encoded(name) + "=" + encoded(plain(value));
    }

    /** Returns a single value as it stands in a path, a query or a header. */
    static String plain(Object value) {
        if (value instanceof Literal literal) {
            return literal.text();
        }
        return value instanceof String text ? text : json(value);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
