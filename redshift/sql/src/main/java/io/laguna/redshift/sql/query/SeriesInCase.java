package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import java.util.ArrayList;
import java.util.List;

/**
 * The rewriting of {@code CASE} with {@code generate_series} in its results, which PostgreSQL has refused since version 10 and
 * which queries of AWS's drivers have: each result becomes an array of the rows that it has, and the whole their rows.
 */
final class SeriesInCase {
    private SeriesInCase() {}

    /** Returns nodes with each such CASE among them rewritten; one with a series elsewhere too is the engine's to refuse. */
    static List<Node> rewrite(List<Node> nodes) {
        if (!hasSeries(nodes)) {
            return nodes;
        }
        List<Node> result = new ArrayList<>();
        int at = 0;
        while (at < nodes.size()) {
            int end = nodes.get(at).is("case") ? end(nodes, at) : at;
            List<Node> whole = nodes.subList(at, end + 1);
            List<Node> arrays = end > at && hasSeries(whole) ? arrays(whole) : whole;
            if (arrays != whole && !hasSeries(arrays)) {
                result.addAll(Pieces.insteadOf(nodes.get(at))
                        .text("unnest")
                        .group(arrays)
                        .list());
            } else {
                result.addAll(whole);
            }
            at = end + 1;
        }
        return result;
    }

    private static boolean hasSeries(List<Node> nodes) {
        return nodes.stream().anyMatch(node -> node.is("generate_series"));
    }

    /** Returns the place of the END of a CASE, or the CASE's own place when it has none. */
    private static int end(List<Node> nodes, int from) {
        int depth = 0;
        for (int i = from; i < nodes.size(); i++) {
            depth += nodes.get(i).is("case") ? 1 : 0;
            depth -= nodes.get(i).is("end") ? 1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return from;
    }

    private static List<Node> arrays(List<Node> whole) {
        List<Node> result = new ArrayList<>();
        int depth = 0;
        int begun = -1;
        for (int i = 0; i < whole.size(); i++) {
            Node node = whole.get(i);
            boolean ends = depth == 1 && node.is("when", "else", "end");
            if (ends && begun >= 0) {
                result.addAll(array(whole.subList(begun, i)));
                begun = -1;
            }
            depth += node.is("case") ? 1 : 0;
            depth -= node.is("end") ? 1 : 0;
            if (begun < 0) {
                result.add(i == 0 ? node.withLead("") : node);
            }
            if (depth == 1 && node.is("then", "else")) {
                begun = i + 1;
            }
        }
        return result;
    }

    /** Returns a result as the array of its rows; one that is missing stays so, for the engine to refuse. */
    private static List<Node> array(List<Node> value) {
        if (value.isEmpty()) {
            return value;
        }
        Pieces array = Pieces.insteadOf(value.get(0));
        if (value.size() == 1 && value.get(0).is("null")) {
            return array.text("'{NULL}'").list();
        }
        return array.text("ARRAY")
                .group(Pieces.insteadOf(value.get(0).withLead(""))
                        .text("SELECT ")
                        .nodes(Pieces.trimmed(value))
                        .list())
                .list();
    }
}
