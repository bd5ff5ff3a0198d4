package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.type.SqlType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rewriting of paths into SUPER and of arrays in FROM. A name is known by where it stands: what follows a column's name
 * is an attribute, what is called like a relation before it in FROM is an array of that relation's.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/query-super.html">Querying semi-structured data</a>
 */
public final class Navigation {
    private static final String[] RELATION_ENDS = {
        "set", "using", "on", "when", "where", "values", "default", "select", "join", "inner", "left", "right", "full",
        "cross", "natural"
    };

    private final Token end;
    private final Columns catalog;
    /** The first nodes of relations' names outside of a SELECT, with the names' lengths. */
    private final IdentityHashMap<Node, Integer> named = new IdentityHashMap<>();

    private Navigation(Token end, Columns catalog) {
        this.end = end;
        this.catalog = catalog;
    }

    /**
     * Returns a statement whose paths are calls.
     *
     * @param variables names in it that are no columns
     */
    public static List<Node> rewrite(List<Node> nodes, Token end, Columns catalog, Set<String> variables) {
        Navigation navigation = new Navigation(end, catalog);
        Sight sight = navigation.manipulated(nodes).withOthers(variables);
        return navigation.rewrite(nodes, sight);
    }

    /**
     * Returns the relations of UPDATE, DELETE and MERGE, whose expressions stand outside of a SELECT, and notes the places of
     * their names, which are no paths.
     */
    private Sight manipulated(List<Node> nodes) {
        Sight sight = Sight.NOTHING;
        if (nodes.isEmpty() || !nodes.get(0).is("update", "delete", "merge")) {
            return sight;
        }
        boolean inList = false;
        for (int i = 0; i + 1 < nodes.size(); i++) {
            inList = (inList && !nodes.get(i).is(RELATION_ENDS)) || nodes.get(i).is("from", "using");
            boolean before = nodes.get(i).is("update", "delete", "from", "using", "into", "join")
                    || (inList && nodes.get(i).isSign(","));
            boolean relation = nodes.get(i + 1).isName() && !nodes.get(i + 1).is("from", "set");
            if (before && (relation || nodes.get(i + 1).isParenthesis())) {
                Cursor cursor = new Cursor(nodes, end);
                cursor.moveTo(i + 1);
                Optional<QualifiedName> name = Optional.empty();
                if (relation) {
                    name = Optional.of(cursor.qualifiedName());
                    named.put(nodes.get(i + 1), cursor.at() - i - 1);
                } else {
                    cursor.next();
                }
                cursor.takes("as");
                boolean alias = cursor.peek().isName() && !cursor.peek().is(RELATION_ENDS);
                sight = seen(sight, name, alias ? Optional.of(cursor.name()) : Optional.empty());
            }
        }
        return sight;
    }

    private static Sight seen(Sight sight, Optional<QualifiedName> name, Optional<String> alias) {
        Sight more = sight;
        if (alias.isPresent()) {
            more = more.withTable(alias.get());
        } else if (name.isPresent()) {
            more = more.withTable(name.get().last());
            if (name.get().schema().isPresent()) {
                more = more.withQualified(
                        name.get().schema().get() + "." + name.get().last());
            }
        }
        return more;
    }

    private List<Node> rewrite(List<Node> nodes, Sight sight) {
        List<Node> result = new ArrayList<>(nodes.size());
        int at = 0;
        while (at < nodes.size()) {
            if (selectAt(nodes, at)) {
                Select select = Select.read(nodes, at);
                select(select, sight, result);
                at += select.length();
            } else {
                at = expression(nodes, at, sight, result);
            }
        }
        return result;
    }

    private static boolean selectAt(List<Node> nodes, int at) {
        return nodes.get(at).is("select") && !(at > 0 && nodes.get(at - 1).isSign("."));
    }

    /** Adds what stands at a place, a path as calls, and returns the place after it. */
    private int expression(List<Node> nodes, int at, Sight sight, List<Node> result) {
        Node node = nodes.get(at);
        if (node instanceof Group group) {
            result.add(group.withItems(rewrite(group.items(), sight)));
            return at + 1;
        }
        if (named.containsKey(node)) {
            int after = at + named.get(node);
            result.addAll(nodes.subList(at, after));
            return after;
        }
        Optional<Path> path = Path.read(nodes, at);
        if (path.isPresent() && path.get().navigates(sight)) {
            result.addAll(path.get().sql(sight, items -> rewrite(items, sight)));
            return at + path.get().length();
        }
        // An element may be called by a word that PostgreSQL keeps for itself, as in FROM t, t.list AS array.
        boolean element = path.isPresent() && path.get().isElement(sight);
        result.add(
                element
                        ? new Token(
                                Kind.QUOTED,
                                node.first().lead(),
                                Names.quoted(path.get().first()),
                                node.first().place())
                        : node);
        return at + 1;
    }

    private void select(Select select, Sight outer, List<Node> result) {
        List<Node> from = new ArrayList<>();
        Sight inner = select.clause("from").isPresent()
                ? from(select.clause("from").get().nodes(), outer, from)
                : outer;
        for (Clause clause : select.clauses()) {
            if (clause.kind().equals("from")) {
                result.addAll(from);
            } else if (clause.kind().equals("select")) {
                list(clause.nodes(), inner, result);
            } else {
                result.addAll(rewrite(clause.nodes(), inner));
            }
        }
    }

    /** Adds a select list; a path that is a whole item is called by its last name. */
    private void list(List<Node> nodes, Sight sight, List<Node> result) {
        result.add(nodes.get(0));
        int at = 1;
        while (at < nodes.size()) {
            Optional<Path> path = Path.read(nodes, at);
            int begin = at;
            at = expression(nodes, at, sight, result);
            boolean whole = path.isPresent()
                    && path.get().navigates(sight)
                    && (begin == 1
                            || nodes.get(begin - 1).isSign(",")
                            || nodes.get(begin - 1).is("distinct", "all"))
                    && endsItem(nodes, at);
            if (whole) {
                while (at < nodes.size() && !nodes.get(at).isSign(",")) {
                    result.add(nodes.get(at));
                    at++;
                }
                int place = nodes.get(begin).first().place();
                result.add(new Token(Kind.WORD, " ", "AS", place));
                result.add(new Token(Kind.QUOTED, " ", Names.quoted(path.get().last()), place));
            }
        }
    }

    /** Tells whether nothing but a cast stands between a place and the end of an item. */
    private static boolean endsItem(List<Node> nodes, int from) {
        if (from == nodes.size() || nodes.get(from).isSign(",")) {
            return true;
        }
        if (!nodes.get(from).isSign("::")) {
            return false;
        }
        Cursor cursor = new Cursor(nodes, nodes.get(from).first());
        cursor.moveTo(from + 1);
        SqlType.read(cursor);
        return endsItem(nodes, cursor.at());
    }

    /** Adds a FROM clause, in which arrays are calls, and returns what can be seen behind it. */
    private Sight from(List<Node> nodes, Sight outer, List<Node> result) {
        Sight sight = outer;
        boolean expected = true;
        int at = 1;
        result.add(nodes.get(0));
        while (at < nodes.size()) {
            Node node = nodes.get(at);
            if (expected && !node.is("lateral", "only")) {
                expected = false;
                Cursor cursor = new Cursor(nodes, end);
                cursor.moveTo(at);
                Optional<Sight> array = new Arrays(cursor, sight, this::inside, catalog).read(result);
                sight = array.isPresent() ? array.get() : relation(cursor, sight, outer, result);
                at = cursor.at();
            } else {
                expected |= node.isSign(",") || node.is("join");
                at = expression(nodes, at, sight, result);
            }
        }
        return sight;
    }

    private List<Node> inside(List<Node> nodes, Sight sight) {
        return rewrite(nodes, sight);
    }

    /** Adds a relation that is none of SUPER's, with its alias. */
    private Sight relation(Cursor cursor, Sight sight, Sight outer, List<Node> result) {
        int from = cursor.at();
        boolean query = cursor.peek().isParenthesis();
        Optional<Relation> relation = Relation.read(cursor);
        if (relation.isEmpty()) {
            result.add(cursor.next());
            return sight;
        }
        List<Node> nodes = cursor.between(from, cursor.at());
        if (query) {
            Group group = (Group) nodes.get(0);
            boolean joins = !group.items().isEmpty() && !group.items().get(0).is("select", "with", "values");
            if (joins && !group.items().get(0).isParenthesis()) {
                List<Node> inner = new ArrayList<>();
                List<Node> withHead = Pieces.insteadOf(group.items().get(0))
                        .text("FROM")
                        .nodes(group.items())
                        .list();
                Sight seen = from(withHead, sight, inner);
                result.add(group.withItems(inner.subList(1, inner.size())));
                result.addAll(nodes.subList(1, nodes.size()));
                return seen;
            }
            result.add(group.withItems(rewrite(group.items(), outer)));
            result.addAll(nodes.subList(1, nodes.size()));
        } else {
            result.addAll(nodes);
        }
        return seen(sight, relation.get().name(), relation.get().alias());
    }
}
