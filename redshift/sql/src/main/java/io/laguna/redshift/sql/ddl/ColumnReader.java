package io.laguna.redshift.sql.ddl;

import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.query.Queries;
import io.laguna.redshift.sql.statement.KeyConstraint;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reader of a column's definition and of a table's constraints: keys are taken out and kept apart. */
final class ColumnReader {
    private static final String[] AFTER_DEFAULT = {
        "not",
        "null",
        "identity",
        "generated",
        "encode",
        "distkey",
        "sortkey",
        "collate",
        "constraint",
        "unique",
        "primary",
        "references",
        "check"
    };

    private final String table;
    private final Columns catalog;
    private final PropertiesReader properties;
    private final List<KeyConstraint> constraints = new ArrayList<>();

    ColumnReader(String table, Columns catalog, PropertiesReader properties) {
        this.table = table;
        this.catalog = catalog;
        this.properties = properties;
    }

    List<KeyConstraint> constraints() {
        return List.copyOf(constraints);
    }

    /** Tells whether a constraint of the table comes next, rather than a column. */
    static boolean seesConstraint(Cursor cursor) {
        return cursor.sees("constraint")
                || cursor.sees("primary", "key")
                || (cursor.sees("unique") && cursor.peek(1).isParenthesis())
                || cursor.sees("foreign", "key")
                || (cursor.sees("check") && cursor.peek(1).isParenthesis());
    }

    /** Passes a constraint of the table. */
    void constraint(Cursor cursor) {
        Optional<String> name = cursor.takes("constraint") ? Optional.of(cursor.name()) : Optional.empty();
        int place = cursor.place();
        if (cursor.takes("primary", "key")) {
            add(name, KeyConstraint.Kind.PRIMARY_KEY, PropertiesReader.names(cursor.group()));
        } else if (cursor.takes("unique")) {
            add(name, KeyConstraint.Kind.UNIQUE, PropertiesReader.names(cursor.group()));
        } else if (cursor.takes("foreign", "key")) {
            List<String> columns = PropertiesReader.names(cursor.group());
            cursor.expect("references");
            references(name, columns, cursor);
        } else if (cursor.sees("check")) {
            throw SqlError.unsupported("CHECK constraints are not supported", place);
        } else {
            throw cursor.unexpected();
        }
    }

    private void add(Optional<String> name, KeyConstraint.Kind kind, List<String> columns) {
        constraints.add(new KeyConstraint(name, kind, columns, Optional.empty(), List.of()));
    }

    private void references(Optional<String> name, List<String> columns, Cursor cursor) {
        QualifiedName referenced = cursor.qualifiedName();
        List<String> others = cursor.maybeGroup().map(PropertiesReader::names).orElse(List.of());
        constraints.add(
                new KeyConstraint(name, KeyConstraint.Kind.FOREIGN_KEY, columns, Optional.of(referenced), others));
    }

    /** Passes a column and returns it as PostgreSQL's. */
    List<Node> column(Cursor cursor) {
        Node nameNode = cursor.peek();
        String name = cursor.name();
        // PostgreSQL itself refuses the names of its other system columns.
        if (name.equals("oid")) {
            throw SqlError.of(
                    "42701",
                    "column name \"oid\" conflicts with a system column name",
                    nameNode.first().place());
        }
        List<Node> type = SqlType.read(cursor).ofColumn(table, name);
        Pieces pieces = Pieces.insteadOf(nameNode).node(nameNode).nodes(type);
        Optional<String> constraint = Optional.empty();
        while (!cursor.ended()) {
            Node next = cursor.peek();
            int place = cursor.place();
            // NULL is the default, and would contradict the key that a column may be in.
            if (cursor.takes("null")) {
                continue;
            }
            if (cursor.takes("constraint")) {
                constraint = Optional.of(cursor.name());
            } else if (cursor.takes("default")) {
                pieces.node(next).nodes(defaultValue(cursor));
            } else if (cursor.sees("not", "null")) {
                pieces.node(cursor.next()).node(cursor.next());
            } else if (cursor.takes("primary", "key")) {
                add(constraint, KeyConstraint.Kind.PRIMARY_KEY, List.of(name));
                pieces.text(" NOT NULL");
            } else if (cursor.takes("unique")) {
                add(constraint, KeyConstraint.Kind.UNIQUE, List.of(name));
            } else if (cursor.takes("references")) {
                references(constraint, List.of(name), cursor);
            } else if (cursor.takes("identity")) {
                pieces.text(" GENERATED ALWAYS AS IDENTITY" + identity(cursor.maybeGroup()));
            } else if (cursor.takes("generated", "by", "default", "as", "identity")) {
                pieces.text(" GENERATED BY DEFAULT AS IDENTITY" + identity(cursor.maybeGroup()));
            } else if (cursor.takes("encode")) {
                properties.encoding(name, cursor);
            } else if (cursor.takes("distkey")) {
                properties.distributionKey(name, place);
            } else if (cursor.takes("sortkey")) {
                properties.sortColumn(name);
            } else if (cursor.takes("collate")) {
                pieces.text(collation(cursor));
            } else if (cursor.sees("check")) {
                throw SqlError.unsupported("CHECK constraints are not supported", place);
            } else {
                throw cursor.unexpected();
            }
        }
        return pieces.list();
    }

    private List<Node> defaultValue(Cursor cursor) {
        int from = cursor.at();
        cursor.next();
        while (!cursor.ended() && !cursor.peek().is(AFTER_DEFAULT)) {
            cursor.next();
        }
        Token end = cursor.peek().first();
        return Queries.rewrite(cursor.between(from, cursor.at()), end, catalog);
    }

    /**
     * Returns an identity's first value and step in PostgreSQL's words, whose bounds are 1 and upwards by default. Without
     * them both are 1.
     */
    private static String identity(Optional<Group> group) {
        if (group.isEmpty()) {
            return "";
        }
        Cursor cursor = Cursor.in(group.get());
        long seed = signed(cursor);
        if (!cursor.takesSign(",")) {
            throw cursor.unexpected();
        }
        long step = signed(cursor);
        String bounds = step > 0 ? seed < 1 ? " MINVALUE " + seed : "" : " NO MINVALUE MAXVALUE " + Math.max(seed, -1);
        return " (START WITH " + seed + " INCREMENT BY " + step + bounds + ")";
    }

    private static long signed(Cursor cursor) {
        return cursor.takesSign("-") ? -cursor.number() : cursor.number();
    }

    private static String collation(Cursor cursor) {
        if (cursor.takes("case_insensitive") || cursor.takes("ci")) {
            return " COLLATE laguna.case_insensitive";
        }
        if (!cursor.takes("cs")) {
            cursor.expect("case_sensitive");
        }
        return "";
    }
}
