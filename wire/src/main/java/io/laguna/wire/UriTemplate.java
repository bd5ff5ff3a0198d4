package io.laguna.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with labels, and what else a request of the operation carries, where that tells it from others: parameters of
 * the query ({@code ?uploads}, {@code ?uploadId={UploadId}} with any value) and headers ({@code #x-amz-copy-source}).
 *
 * <p>The raw path is cut at its slashes first and decoded then, so that a {@code %2F} belongs to its label. Rules:
 * smithy.io, "HTTP bindings", "Matching and Specificity".
 */
record UriTemplate(String text, List<String> segments, Map<String, String> query, List<String> headers) {
    static UriTemplate of(String text) {
        int hash = text.indexOf('#');
        String uri = hash < 0 ? text : text.substring(0, hash);
        int question = uri.indexOf('?');
        String path = question < 0 ? uri : uri.substring(0, question);
        Map<String, String> query = new LinkedHashMap<>();
        if (question >= 0) {
            FormDecoder.pairs(uri.substring(question + 1)).forEach(pair -> query.put(pair.name(), pair.value()));
        }
        List<String> headers =
                hash < 0 ? List.of() : List.of(text.substring(hash + 1).split(",", -1));
        return new UriTemplate(text, withoutLast(RequestTarget.cut(path)), query, headers);
    }

    /** Returns the labels' values, decoded; empty if the path is none of this template. */
    Optional<Map<String, String>> match(WireRequest request) {
        return match(RequestTarget.of(request));
    }

    /** Returns the labels' values like the other method, of a request that is compared with more templates. */
    Optional<Map<String, String>> match(RequestTarget target) {
        // The query and the headers first: they tell most templates of one method apart, and cost least.
        if (!carriesQuery(target.query()) || !target.headers().containsAll(headers)) {
            return Optional.empty();
        }
        List<String> given = target.segments();
        if (segments.isEmpty() || !isGreedy(segments.get(segments.size() - 1))) {
            given = withoutLast(given);
        }
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
        return at == given.size() ? Optional.of(labels) : Optional.empty();
    }

    private boolean carriesQuery(Map<String, String> given) {
        for (Map.Entry<String, String> wanted : query.entrySet()) {
            String value = given.get(wanted.getKey());
            if (value == null
                    || (!isLabel(wanted.getValue()) && !wanted.getValue().equals(value))) {
                return false;
            }
        }
        return true;
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
     * Returns the segments without an empty last one. The SDK drops a last slash that AWS's models have: it must not
     * matter, unless a greedy label has it.
     */
    private static List<String> withoutLast(List<String> segments) {
        boolean slash = !segments.isEmpty() && segments.get(segments.size() - 1).isEmpty();
        return slash ? segments.subList(0, segments.size() - 1) : segments;
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
        if (longerFirst != 0) {
            return longerFirst;
        }
        int moreQuery = Integer.compare(other.query.size(), one.query.size());
        return moreQuery != 0 ? moreQuery : Integer.compare(other.headers.size(), one.headers.size());
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
