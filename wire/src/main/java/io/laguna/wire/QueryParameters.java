package io.laguna.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters of a query protocol as a tree: {@code Tags.member.1.Key=a}. */
final class QueryParameters {
    /** The deepest name that is read. Every level needs space on the stack, and a small stack holds this many. */
    private static final int DEEPEST = 100;

    private String value = "";
    private final Map<String, QueryParameters> children = new LinkedHashMap<>();

    /** Returns the parameters of the query string and of the body. */
    static QueryParameters of(WireRequest request) throws MalformedRequestException {
        QueryParameters root = new QueryParameters();
        for (FormDecoder.Pair pair : FormDecoder.pairs(request.rawQuery())) {
            root.put(pair);
        }
        for (FormDecoder.Pair pair : FormDecoder.pairs(new String(Bodies.of(request), StandardCharsets.UTF_8))) {
            root.put(pair);
        }
        return root;
    }

    /** Returns the name of the operation; empty also where the body cannot be read. */
    static Optional<String> action(WireRequest request) {
        try {
            return of(request).child("Action").map(QueryParameters::value);
        } catch (MalformedRequestException e) {
            return Optional.empty();
        }
    }

    /**
     * Gives a member the URL of the request, where the path says more than that the call is one of the service and no
     * parameter names the member.
     */
    QueryParameters withPath(String member, WireRequest request) {
        if (!member.isEmpty() && request.rawPath().length() > 1 && !children.containsKey(member)) {
            QueryParameters url = new QueryParameters();
            url.value = "http://" + request.header("host").orElse("localhost") + request.rawPath();
            children.put(member, url);
        }
        return this;
    }

    private void put(FormDecoder.Pair pair) throws MalformedRequestException {
        QueryParameters node = this;
        int start = 0;
        String name = pair.name();
        if (name.chars().filter(c -> c == '.').limit(DEEPEST + 1).count() > DEEPEST) {
            throw new MalformedRequestException("A parameter is nested deeper than " + DEEPEST);
        }
        while (start <= name.length()) {
            int dot = name.indexOf('.', start);
            int end = dot < 0 ? name.length() : dot;
            node = node.children.computeIfAbsent(name.substring(start, end), unused -> new QueryParameters());
            start = end + 1;
        }
        node.value = pair.value();
    }

    String value() {
        return value;
    }

    boolean hasChildren() {
        return !children.isEmpty();
    }

    Optional<QueryParameters> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    /** Returns the children with numbers, in the numbers' order. Gaps are closed. */
    Collection<QueryParameters> elements() throws MalformedRequestException {
        Map<Integer, QueryParameters> elements = new TreeMap<>();
        for (Map.Entry<String, QueryParameters> child : children.entrySet()) {
            try {
                elements.put(Integer.valueOf(child.getKey()), child.getValue());
            } catch (NumberFormatException e) {
                throw new MalformedRequestException("\"" + child.getKey() + "\" stands where a number is expected", e);
            }
        }
        return elements.values();
    }
}
