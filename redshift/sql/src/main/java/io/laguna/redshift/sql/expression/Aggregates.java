package io.laguna.redshift.sql.expression;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Aggregates and window functions that PostgreSQL writes otherwise. */
final class Aggregates {
    private static final String WHOLE = " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING";

    private Aggregates() {}

    /** Writes LISTAGG; as a window function, its order becomes that of a window over the whole partition. */
    static List<Node> listagg(Call call) {
        List<List<Node>> arguments = call.list();
        List<Node> value = new ArrayList<>(call.argument(0));
        boolean distinct = value.get(0).is("distinct");
        if (distinct || value.get(0).is("all")) {
            value.remove(0);
        }
        List<Node> order = call.within().map(Group::items).orElse(List.of());
        Pieces inner = Pieces.insteadOf(call.arguments().withLead("")).text(distinct ? "DISTINCT " : "");
        inner.operand(value).text("::text, ");
        if (arguments.size() > 1) {
            inner.nodes(Pieces.trimmed(arguments.get(1)));
        } else {
            inner.text("''");
        }
        if (call.over().isEmpty() && !order.isEmpty()) {
            inner.text(" ").nodes(distinct ? castOrder(order, value) : Pieces.trimmed(order));
        }
        Pieces pieces = Pieces.insteadOf(call.name())
                .text("laguna.")
                .node(call.name().withLead(""))
                .group(inner.list())
                .nodes(call.filter());
        call.over().ifPresent(over -> pieces.nodes(over(over, order, order.isEmpty() ? "" : WHOLE)));
        return pieces.list();
    }

    /** Returns an order whose expressions are cast to text where they are the value: DISTINCT wants the same. */
    private static List<Node> castOrder(List<Node> order, List<Node> value) {
        String wanted = Printer.text(value);
        Pieces pieces = Pieces.insteadOf(order.get(0)).text("ORDER BY ");
        boolean first = true;
        for (List<Node> item : Group.split(order.subList(Math.min(2, order.size()), order.size()))) {
            pieces.text(first ? "" : ", ");
            first = false;
            boolean same = item.size() >= value.size()
                    && Printer.text(item.subList(0, value.size())).equals(wanted);
            if (same) {
                pieces.operand(item.subList(0, value.size()))
                        .text("::text")
                        .nodes(item.subList(value.size(), item.size()));
            } else {
                pieces.nodes(Pieces.trimmed(item));
            }
        }
        return Pieces.trimmed(pieces.list());
    }

    /** Writes a percentile over a window as a call of an aggregate of Laguna's: PostgreSQL has none with a window. */
    static List<Node> percentile(Call call) {
        if (call.over().isEmpty() || call.within().isEmpty()) {
            return plain(call);
        }
        Cursor order = Cursor.in(call.within().get());
        order.expect("order", "by");
        if (order.ended()) {
            throw order.unexpected();
        }
        List<Node> value = new ArrayList<>(order.rest());
        Node last = value.get(value.size() - 1);
        boolean descending = last.is("desc");
        if (descending || last.is("asc")) {
            value.remove(value.size() - 1);
        }
        Pieces inner =
                Pieces.insteadOf(call.arguments().withLead("")).operand(value).text(", ");
        if (descending) {
            inner.text("1 - ");
        }
        inner.operand(call.argument(0));
        return Pieces.insteadOf(call.name())
                .text("laguna.")
                .node(call.name().withLead(""))
                .group(inner.list())
                .nodes(over(call.over().get(), List.of(), ""))
                .list();
    }

    static List<Node> ratioToReport(Call call) {
        Node over = call.over()
                .orElseThrow(() -> SqlError.syntax(
                        "window function call requires an OVER clause",
                        call.name().place()));
        List<Node> sum = Pieces.insteadOf(call.arguments())
                .nodes(Pieces.trimmed(call.argument(0)))
                .text(", sum(")
                .nodes(Pieces.trimmed(call.argument(0)))
                .text(")")
                .nodes(over(over, List.of(), ""))
                .list();
        return Pieces.insteadOf(call.name())
                .text("laguna.")
                .node(call.name().withLead(""))
                .group(Pieces.trimmed(sum))
                .list();
    }

    /** Writes AVG, whose scale is that of its argument: a second aggregate over the same state tells it. */
    static List<Node> avg(Call call) {
        Pieces inner = Pieces.insteadOf(call.arguments().withLead(""));
        for (String name : List.of("laguna.avg", "laguna.whole")) {
            inner.text(name.equals("laguna.avg") ? name : ", " + name)
                    .node(call.arguments().withLead(""))
                    .nodes(call.suffix());
        }
        return Pieces.insteadOf(call.name())
                .text("laguna.")
                .node(call.name().withLead(""))
                .group(inner.list())
                .list();
    }

    /** Writes IGNORE NULLS, which PostgreSQL lacks, as calls of aggregates with a window. */
    static List<Node> ignoringNulls(Call call) {
        if (!call.ignoresNulls()) {
            return plain(call);
        }
        Node over = call.over()
                .orElseThrow(() -> SqlError.syntax(
                        "window function call requires an OVER clause",
                        call.name().place()));
        String word = call.name().word();
        boolean shifts = word.equals("lag") || word.equals("lead");
        String frame = shifts
                ? word.equals("lag")
                        ? " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING"
                        : " ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING"
                : "";
        List<Node> value = call.argument(0);
        List<List<Node>> arguments = call.list();
        if (shifts && arguments.size() == 1) {
            arguments = List.of(value, List.of(Token.made(" ", "1", call.name().place())));
        }
        Pieces inner = Pieces.insteadOf(call.arguments().withLead("")).nodes(Pieces.trimmed(value));
        for (List<Node> argument : arguments.subList(1, arguments.size())) {
            inner.text(", ").nodes(Pieces.trimmed(argument));
        }
        return Pieces.insteadOf(call.name())
                .text("laguna.")
                .node(call.name().withLead(""))
                .group(inner.list())
                .nodes(over(over, List.of(), frame))
                .list();
    }

    /** Returns {@code OVER} with an order and a frame added. */
    private static List<Node> over(Node over, List<Node> order, String frame) {
        Pieces pieces = Pieces.insteadOf(over.withLead("")).text(" OVER ");
        if (!(over instanceof Group window)) {
            if (!frame.isEmpty()) {
                throw SqlError.unsupported(
                        "a named window is not implemented by Laguna for this function",
                        over.first().place());
            }
            return pieces.node(over.withLead("")).list();
        }
        Pieces inner = Pieces.insteadOf(window.open().withLead("")).nodes(Pieces.trimmed(window.items()));
        if (!order.isEmpty()) {
            inner.text(window.items().isEmpty() ? "" : " ").nodes(Pieces.trimmed(order));
        }
        return pieces.group(inner.text(frame).list()).list();
    }

    private static List<Node> plain(Call call) {
        return Pieces.insteadOf(call.name())
                .node(call.name())
                .node(call.arguments())
                .nodes(call.suffix())
                .list();
    }

    /** Returns the aggregate after {@code APPROXIMATE}: exact values stand for estimates. */
    static Optional<Integer> approximate(List<Node> nodes, int at) {
        boolean said = nodes.get(at).is("approximate")
                && at + 2 < nodes.size()
                && nodes.get(at + 1).isName()
                && nodes.get(at + 2).isParenthesis();
        return said ? Optional.of(at + 1) : Optional.empty();
    }
}
