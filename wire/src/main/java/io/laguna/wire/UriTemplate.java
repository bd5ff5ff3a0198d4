package io.laguna.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with labels, and a literal query where the template carries one.
 *
 * <p>The raw path is cut at its slashes first and decoded then, so that a {@code %2F} belongs to its label. Rules:
 * smithy.io, "HTTP bindings", "Matching and Specificity".
 */
record UriTemplate(String text, List<String> segments, Map<String, String> literalQuery) {
    static UriTemplate of(String text) {
        int question = text.indexOf('?');
        String path = question < 0 ? text : text.substring(0, question);
        Map<String, String> literals = new LinkedHashMap<>();
        if (question >= 0) {
            FormDecoder.pairs(text.substring(question + 1)).forEach(pair -> literals.put(pair.name(), pair.value()));
        }
        return new UriTemplate(text, cut(path), literals);
    }

    /** Returns the labels' values, decoded; empty if the path is none of this template. */
    Optional<Map<String, String>> match(String rawPath, String rawQuery) {
        List<String> given = cut(rawPath);
        Map<String, String> labels = new LinkedHashMap<>();
        int at = 0;
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            int last = isGreedy(segment) ? given.size() - (segments.size() - 1 - i) : at + 1;
            if (last <= at || last > given.size()) {
                return Optional.empty();
            }
            String value = String.join("/", given.subList(at, last));
            if (!isLabel(segment)) {
                if (!segment.equals(value)) {
                    return Optional.empty();
                }
            } else if (value.isEmpty()) {
                return Optional.empty();
            } else {
                labels.put(labelName(segment), decode(value));
            }
            at = last;
        }
        return at == given.size() && carriesLiterals(rawQuery) ? Optional.of(labels) : Optional.empty();
    }

    private boolean carriesLiterals(String rawQuery) {
        if (literalQuery.isEmpty()) {
            return true;
        }
        Map<String, String> given = new LinkedHashMap<>();
        FormDecoder.pairs(rawQuery).forEach(pair -> given.put(pair.name(), pair.value()));
        return given.entrySet().containsAll(literalQuery.entrySet());
    }

    /**
     * Decodes a segment of a path. A plus is a plus in a path; a percent sign that starts no escape stands for itself.
     */
    private static String decode(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /**
     * Cuts a path into its segments. A slash at the end does not matter: the SDK drops it where AWS's models have it.
     */
    private static List<String> cut(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
        if (!segments.isEmpty() && segments.get(0).isEmpty()) {
            segments.remove(0);
        }
        if (!segments.isEmpty() && segments.get(segments.size() - 1).isEmpty()) {
            segments.remove(segments.size() - 1);
        }
        return List.copyOf(segments);
    }

    /** Compares two templates, so that the more literal one comes first: {@code /a/list} before {@code /a/{Name}}. */
    static int compareSpecificity(UriTemplate one, UriTemplate other) {
        int common = Math.min(one.segments.size(), other.segments.size());
        for (int i = 0; i < common; i++) {
            int order = Integer.compare(rank(one.segments.get(i)), rank(other.segments.get(i)));
            if (order != 0) {
                return order;
            }
        }
        int longerFirst = Integer.compare(other.segments.size(), one.segments.size());
        return longerFirst != 0 ? longerFirst : Integer.compare(other.literalQuery.size(), one.literalQuery.size());
    }

    private static int rank(String segment) {
        if (isGreedy(segment)) {
            return 2;
        }
        return isLabel(segment) ? 1 : 0;
    }

    private static boolean isLabel(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return isLabel(segment) && segment.endsWith("+}");
    }

    private static String labelName(String segment) {
        return segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1));
    }
}
