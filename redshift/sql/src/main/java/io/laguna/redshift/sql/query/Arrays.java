package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The reader of an array or object that stands in FROM, and becomes a call that returns its elements as rows. */
final class Arrays {
    private static final String[] NO_ALIAS = {
        "at", "join", "inner", "left", "right", "full", "cross", "natural", "on", "with", "where"
    };

    private final Cursor cursor;
    private final Sight sight;
    private final BiFunction<List<Node>, Sight, List<Node>> inside;
    private final Columns catalog;

    Arrays(Cursor cursor, Sight sight, BiFunction<List<Node>, Sight, List<Node>> inside, Columns catalog) {
        this.cursor = cursor;
        this.sight = sight;
        this.inside = inside;
        this.catalog = catalog;
    }

    /** Adds the call if an array comes next, and returns what can be seen behind it. */
    Optional<Sight> read(List<Node> result) {
        Node first = cursor.peek();
        if (first.is("unpivot") && (cursor.peek(1).isName() || cursor.peek(1).isParenthesis())) {
            cursor.next();
            return Optional.of(call("pairs", "pairs", first, result));
        }
        if (first.is("unnest") && cursor.peek(1).isParenthesis()) {
            cursor.next();
            return Optional.of(unnest(first, cursor.group(), result));
        }
        Optional<Path> path = cursor.ended() ? Optional.empty() : Path.read(cursor.all(), cursor.at());
        if (path.isEmpty() || path.get().call().isPresent() || !isArray(path.get())) {
            return Optional.empty();
        }
        return Optional.of(call("items", "items_at", first, result));
    }

    /** Tells whether a path in the place of a relation begins with the name of one before it. */
    private boolean isArray(Path path) {
        if (sight.elements().contains(path.first())) {
            return true;
        }
        boolean ofTable = sight.tables().contains(path.first()) && path.names().size() > 1;
        if (!ofTable || !path.steps().isEmpty() || path.names().size() > 2) {
            return ofTable;
        }
        // A table called like a schema: its columns tell which of them is meant.
        return catalog.of(new QualifiedName(List.of(path.first())))
                .map(columns -> columns.contains(path.names().get(1).name()))
                .orElse(true);
    }

    private List<Node> expression(Optional<Path> read) {
        if (cursor.peek() instanceof Group group) {
            cursor.next();
            return inside.apply(List.of(group), sight);
        }
        Path path = read.orElseThrow(cursor::unexpected);
        List<Node> nodes = cursor.between(cursor.at(), cursor.at() + path.length());
        cursor.moveTo(cursor.at() + path.length());
        return path.navigates(sight) || path.isElement(sight)
                ? path.sql(sight, items -> inside.apply(items, sight))
                : nodes;
    }

    /** Adds a call whose rows are called by the alias, and by the name after AT. */
    private Sight call(String alone, String withPlace, Node first, List<Node> result) {
        Optional<Path> path = Path.read(cursor.all(), cursor.at());
        List<Node> expression = expression(path);
        boolean as = cursor.takes("as");
        String alias = as || (cursor.peek().isName() && !cursor.peek().is(NO_ALIAS))
                ? cursor.name()
                : path.map(Path::last).orElseThrow(cursor::unexpected);
        Optional<String> place = cursor.takes("at") ? Optional.of(cursor.name()) : Optional.empty();
        return add(place.isPresent() ? withPlace : alone, first, expression, alias, place, result);
    }

    private Sight unnest(Node first, Group group, List<Node> result) {
        boolean as = cursor.takes("as");
        if (!as && !(cursor.peek().isName() && !cursor.peek().is(NO_ALIAS))) {
            throw cursor.unexpected();
        }
        String alias = cursor.name();
        cursor.maybeGroup();
        Optional<String> place = Optional.empty();
        if (cursor.takes("with", "offset")) {
            cursor.takes("as");
            place = Optional.of(cursor.name());
        }
        List<Node> expression = inside.apply(group.items(), sight);
        return add(place.isPresent() ? "items_at" : "items", first, expression, alias, place, result);
    }

    private Sight add(
            String function,
            Node first,
            List<Node> expression,
            String alias,
            Optional<String> place,
            List<Node> result) {
        int at = first.first().place();
        Pieces columns = Pieces.insteadOf(first.withLead("")).node(quoted("", alias, at));
        place.ifPresent(name -> columns.text(", ").node(quoted("", name, at)));
        result.addAll(Pieces.insteadOf(first)
                .text("laguna." + function)
                .group(Pieces.trimmed(expression))
                .list());
        result.add(new Token(Kind.WORD, " ", "AS", at));
        result.add(quoted(" ", alias, at));
        result.add(new Group(Token.made("", "(", at), columns.list(), Token.made("", ")", at)));
        return sight.withElement(alias);
    }

    private static Token quoted(String lead, String name, int place) {
        return new Token(Kind.QUOTED, lead, Names.quoted(name), place);
    }
}
