package io.laguna.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request, taken apart once for all the templates that it is compared with: S3 has more than a hundred.
 *
 * @param segments of the path, not decoded; an empty one at the end where the path ends in a slash
 * @param query by name; of a name that comes twice the last value
 * @param headers their names in lower case
 */
record RequestTarget(List<String> segments, Map<String, String> query, Set<String> headers) {
    static RequestTarget of(WireRequest request) {
        Map<String, String> query = new LinkedHashMap<>();
        FormDecoder.pairs(request.rawQuery()).forEach(pair -> query.put(pair.name(), pair.value()));
        return new RequestTarget(
                cut(request.rawPath()), query, request.headers().keySet());
    }

    /** Cuts a path at its slashes. */
    static List<String> cut(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
        if (!segments.isEmpty() && segments.get(0).isEmpty()) {
            segments.remove(0);
        }
        return segments;
    }
}
