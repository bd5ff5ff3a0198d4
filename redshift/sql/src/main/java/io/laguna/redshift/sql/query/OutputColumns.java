package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of a query's columns, as far as the query and the catalog tell them. */
final class OutputColumns {
    private final Scope scope;
    private final Token end;

    OutputColumns(Scope scope, Token end) {
        this.scope = scope;
        this.end = end;
    }

    /** Returns the columns of the first SELECT in these nodes. */
    Optional<List<String>> ofQuery(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).is("select")) {
                return ofSelect(Select.read(nodes, i));
            }
        }
        return nodes.size() == 1 && nodes.get(0) instanceof Group group ? ofQuery(group.items()) : Optional.empty();
    }

    private Optional<List<String>> ofSelect(Select select) {
        SelectList list = SelectList.read(select.clauses().get(0).nodes());
        List<String> names = new ArrayList<>();
        for (List<Node> nodes : list.items()) {
            Item item = Item.read(nodes);
            if (item.isStar()) {
                Optional<List<Qualified>> star = ofStar(item, select.body("from"));
                if (star.isEmpty()) {
                    return Optional.empty();
                }
                star.get().forEach(column -> names.add(column.name()));
            } else if (!item.expression().isEmpty()) {
                names.add(item.name());
            }
        }
        names.removeAll(list.excluded());
        return Optional.of(names);
    }

    /** A column with what it is qualified with. */
    record Qualified(String relation, String name) {
        String sql() {
            return relation.isEmpty() ? Names.quoted(name) : Names.quoted(relation) + "." + Names.quoted(name);
        }
    }

    /** Returns the columns that a star stands for. */
    Optional<List<Qualified>> ofStar(Item star, List<Node> from) {
        List<Node> expression = star.expression();
        Optional<String> wanted = expression.size() < 3
                ? Optional.empty()
                : Optional.of(expression.get(expression.size() - 3).first().name());
        List<Qualified> columns = new ArrayList<>();
        for (Relation relation : Relation.of(from, end)) {
            if (wanted.isPresent() && !wanted.equals(relation.qualifier())) {
                continue;
            }
            Optional<List<String>> names = ofRelation(relation);
            if (names.isEmpty() || from.stream().anyMatch(node -> node.is("pivot", "unpivot", "natural", "using"))) {
                return Optional.empty();
            }
            names.get()
                    .forEach(name ->
                            columns.add(new Qualified(relation.qualifier().orElse(""), name)));
        }
        return Optional.of(columns);
    }

    Optional<List<String>> ofRelation(Relation relation) {
        Optional<List<String>> own = relation.query().isPresent()
                ? ofQuery(relation.query().get().items())
                : relation.name().isPresent()
                        ? relation.name().flatMap(scope::columns)
                        : Optional.of(relation.columns());
        return own.map(columns -> {
            List<String> names = new ArrayList<>(columns);
            for (int i = 0; i < Math.min(names.size(), relation.columns().size()); i++) {
                names.set(i, relation.columns().get(i));
            }
            return names;
        });
    }
}
