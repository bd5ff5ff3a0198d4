package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rewriting of a comparison with an aggregate of the rows that belong to a row, {@code x < (SELECT avg(y) FROM t WHERE
 * t.k = o.k)}, as a condition on the aggregates of all such groups: {@code EXISTS (SELECT 1 FROM (SELECT k, avg(y) … GROUP
 * BY k) d WHERE d.k = o.k AND x < d.value)}. PostgreSQL computes the first for each row of the outer query, and joins the
 * second, as Redshift joins both.
 *
 * <p>Both select the same rows: without rows of its own the aggregate is NULL, for which a comparison is as little true as
 * for a group that is not there. So only {@code AVG}, {@code SUM}, {@code MIN} and {@code MAX} in sums, differences, products
 * and quotients are rewritten; {@code COUNT}, functions and CASE may make a value of NULL. Whatever else is not certain
 * stays as it is.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_correlated_subqueries.html">Correlated subqueries</a>
 */
final class Decorrelation {
    private static final String[] NO_OPERAND = {
        "or", "not", "is", "in", "like", "ilike", "similar", "between", "any", "all", "some", "exists", "case"
    };

    /** The words of a condition that is more than its parts between ANDs: those of a CASE may be within it. */
    private static final String[] NOT_OF_ANDS = {"or", "case"};

    private static final String[] AGGREGATES = {"avg", "sum", "min", "max"};
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "=", "<>", "!=");
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/");

    private final Scope scope;

    private Decorrelation(Scope scope) {
        this.scope = scope;
    }

    /** Returns the nodes of a statement or of a group with such comparisons in the WHERE of its SELECTs rewritten. */
    static List<Node> rewrite(List<Node> nodes, Scope scope) {
        List<Node> result = new ArrayList<>();
        int at = 0;
        while (at < nodes.size()) {
            if (nodes.get(at).is("select") && !(at > 0 && nodes.get(at - 1).isSign("."))) {
                Select select = Select.read(nodes, at);
                at += select.length();
                result.addAll(new Decorrelation(scope).select(select));
            } else {
                result.add(nodes.get(at));
                at++;
            }
        }
        return result;
    }

    private List<Node> select(Select select) {
        List<Node> condition = select.body("where");
        boolean possible = condition.stream().anyMatch(Decorrelation::isQuery)
                && condition.stream().noneMatch(node -> node.is(NOT_OF_ANDS))
                && select.clause("connect").isEmpty();
        if (!possible) {
            return select.nodes();
        }
        Node where = select.clause("where").orElseThrow().nodes().get(0);
        List<Node> nodes = new ArrayList<>();
        for (List<Node> conjunct : Conjuncts.of(condition)) {
            nodes.add(
                    nodes.isEmpty()
                            ? where
                            : Token.made(" ", "AND", where.first().place()));
            nodes.addAll(comparison(conjunct).orElse(conjunct));
        }
        return select.with(new Clause("where", 1, nodes)).nodes();
    }

    private static boolean isQuery(Node node) {
        return node instanceof Group group
                && group.isParenthesis()
                && !group.items().isEmpty()
                && group.items().get(0).is("select");
    }

    private Optional<List<Node>> comparison(List<Node> conjunct) {
        int size = conjunct.size();
        boolean plain = size > 2 && conjunct.stream().noneMatch(node -> node.is(NO_OPERAND));
        if (!plain) {
            return Optional.empty();
        }
        Node first = conjunct.get(0);
        Node last = conjunct.get(size - 1);
        if (isQuery(last) && isComparison(conjunct.get(size - 2))) {
            List<Node> left = conjunct.subList(0, size - 1);
            return grouped((Group) last, first, value -> value.nodes(Pieces.trimmed(left))
                    .text(" laguna_d.laguna_value"));
        } else if (isQuery(first) && isComparison(conjunct.get(1))) {
            List<Node> right = conjunct.subList(1, size);
            return grouped((Group) first, first, value -> value.text("laguna_d.laguna_value")
                    .nodes(right));
        }
        return Optional.empty();
    }

    private static boolean isComparison(Node node) {
        return node instanceof Token token && token.kind() == Kind.OPERATOR && COMPARISONS.contains(token.text());
    }

    /** A subquery's conditions: equalities with the query around it, and others. */
    private record Conditions(List<List<Node>> inner, List<List<Node>> outer, List<List<Node>> others) {}

    @FunctionalInterface
    private interface Comparison {
        void writeTo(Pieces pieces);
    }

    private Optional<List<Node>> grouped(Group query, Node place, Comparison comparison) {
        Select select = Select.read(query.items(), 0);
        SelectList list = SelectList.read(select.clauses().get(0).nodes());
        boolean simple = select.length() == query.items().size()
                && select.clauses().size() == 3
                && select.clause("from").isPresent()
                && select.clause("where").isPresent()
                && list.head().size() == 1
                && list.top().isEmpty()
                && list.excluded().isEmpty()
                && list.items().size() == 1;
        if (!simple || isAlone(select)) {
            return Optional.empty();
        }
        List<Node> value = Item.read(list.items().get(0)).expression();
        Optional<Correlation> own = isOfAggregates(value)
                ? Correlation.of(select.body("from"), query.close(), scope::told)
                : Optional.empty();
        Optional<Conditions> conditions = own.filter(relations -> relations.isOwn(value))
                .flatMap(relations -> conditions(select.body("where"), relations));
        return conditions.map(found -> written(found, value, select, place, comparison));
    }

    /** Tells whether no condition can be an equality with the query around: so the catalog need not be asked. */
    private static boolean isAlone(Select select) {
        return Conjuncts.of(select.body("where")).stream().noneMatch(condition -> equality(condition) > 0);
    }

    /** Tells whether a value is NULL when its aggregates are: arithmetic over some of them and numbers. */
    private static boolean isOfAggregates(List<Node> nodes) {
        boolean aggregates = false;
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            boolean pair = i + 1 < nodes.size();
            if (node.is(AGGREGATES) && pair && nodes.get(i + 1).isParenthesis()) {
                aggregates = true;
                i++;
            } else if (node.is("decimal", "numeric") && pair && nodes.get(i + 1).isOf(Kind.STRING)) {
                i++;
            } else if (node instanceof Group group && group.isParenthesis() && isOfAggregates(group.items())) {
                aggregates = true;
            } else if (!node.isOf(Kind.NUMBER) && ARITHMETIC.stream().noneMatch(node::isSign)) {
                return false;
            }
        }
        return aggregates;
    }

    private static Optional<Conditions> conditions(List<Node> where, Correlation own) {
        Conditions found = new Conditions(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (OuterJoins.marks(where) || where.stream().anyMatch(node -> node.is(NOT_OF_ANDS))) {
            return Optional.empty();
        }
        for (List<Node> condition : Conjuncts.of(where)) {
            int sign = equality(condition);
            List<Node> left = condition.subList(0, Math.max(sign, 0));
            List<Node> right = condition.subList(sign + 1, condition.size());
            if (own.isOwn(condition)) {
                found.others().add(condition);
            } else if (sign > 0 && own.isColumn(left) && !own.isColumn(right)) {
                found.inner().add(left);
                found.outer().add(right);
            } else if (sign > 0 && own.isColumn(right) && !own.isColumn(left)) {
                found.inner().add(right);
                found.outer().add(left);
            } else {
                return Optional.empty();
            }
        }
        return found.inner().isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** Returns the place of the sign in an equality of two columns, -1 in any other condition. */
    private static int equality(List<Node> condition) {
        for (int i = 1; i + 1 < condition.size(); i++) {
            if (condition.get(i).isSign("=")) {
                boolean columns = Correlation.isName(condition.subList(0, i))
                        && Correlation.isName(condition.subList(i + 1, condition.size()));
                return columns ? i : -1;
            }
        }
        return -1;
    }

    private static List<Node> written(
            Conditions conditions, List<Node> value, Select select, Node place, Comparison comparison) {
        Pieces groups = Pieces.insteadOf(place.withLead("")).text("SELECT ");
        List<String> keys = new ArrayList<>();
        for (List<Node> key : conditions.inner()) {
            keys.add("laguna_k" + (keys.size() + 1));
            groups.nodes(Pieces.trimmed(key)).text(" AS " + keys.get(keys.size() - 1) + ", ");
        }
        groups.nodes(Pieces.trimmed(value))
                .text(" AS laguna_value")
                .nodes(select.clause("from").orElseThrow().nodes());
        String word = " WHERE ";
        for (List<Node> other : conditions.others()) {
            groups.text(word).nodes(Pieces.trimmed(other));
            word = " AND ";
        }
        groups.text(" GROUP BY ");
        for (int i = 0; i < keys.size(); i++) {
            groups.text(i == 0 ? "" : ", ").text(Integer.toString(i + 1));
        }
        Pieces exists =
                Pieces.insteadOf(place.withLead("")).text("SELECT 1 FROM ").group(groups.list());
        word = " laguna_d WHERE ";
        for (int i = 0; i < keys.size(); i++) {
            exists.text(word + "laguna_d." + keys.get(i) + " = ")
                    .nodes(Pieces.trimmed(conditions.outer().get(i)));
            word = " AND ";
        }
        exists.text(word);
        comparison.writeTo(exists);
        return Pieces.insteadOf(place).text("EXISTS ").group(exists.list()).list();
    }
}
