package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.kit.proxy.Percent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with variables: {@code /pets/{id}/{proxy+}}. The more exact of two comes first.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">How API Gateway
 *     selects a route</a>
 */
record PathTemplate(List<String> segments) implements Comparable<PathTemplate> {
    static PathTemplate of(String path) {
        return new PathTemplate(List.of(path.substring(1).split("/", -1)));
    }

    /** Returns the variables of a path, not decoded; empty where the path is another one. */
    Optional<Map<String, String>> match(String rawPath) {
        List<String> parts = List.of(rawPath.substring(1).split("/", -1));
        Map<String, String> variables = new LinkedHashMap<>();
        for (int at = 0; at < segments.size(); at++) {
            String segment = segments.get(at);
            if (at >= parts.size() || (segment.startsWith("{") && parts.get(at).isEmpty())) {
                return Optional.empty();
            }
            if (isGreedy(segment)) {
                variables.put(name(segment), String.join("/", parts.subList(at, parts.size())));
                return Optional.of(variables);
            }
            if (segment.startsWith("{")) {
                variables.put(name(segment), parts.get(at));
            } else if (!segment.equals(parts.get(at)) && !segment.equals(Percent.decode(parts.get(at)))) {
                return Optional.empty();
            }
        }
        return parts.size() == segments.size() ? Optional.of(variables) : Optional.empty();
    }

    boolean isGreedy() {
        return isGreedy(segments.get(segments.size() - 1));
    }

    @Override
    public int compareTo(PathTemplate other) {
        if (isGreedy() != other.isGreedy()) {
            return isGreedy() ? 1 : -1;
        }
        for (int at = 0; at < Math.min(segments.size(), other.segments.size()); at++) {
            int order = Integer.compare(rank(segments.get(at)), rank(other.segments.get(at)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(other.segments.size(), segments.size());
    }

    private static int rank(String segment) {
        if (isGreedy(segment)) {
            return 2;
        }
        return segment.startsWith("{") ? 1 : 0;
    }

    private static boolean isGreedy(String segment) {
        return segment.endsWith("+}");
    }

    private static String name(String segment) {
        return segment.replaceAll("[{}+]", "");
    }
}
