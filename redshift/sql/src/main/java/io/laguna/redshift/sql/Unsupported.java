package io.laguna.redshift.sql;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.type.PostgresTypes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The statements and functions that are refused: those that PostgreSQL has and Redshift has not, in Redshift's words, and
 * those of Redshift's that Laguna does not build, with Laguna's name.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html">Unsupported
 *     PostgreSQL features</a>
 */
final class Unsupported {
    private static final List<String> NOT_REDSHIFT = List.of(
            "create index",
            "create unique index",
            "create trigger",
            "create sequence",
            "create tablespace",
            "create extension",
            "create rule",
            "create type",
            "create domain",
            "create aggregate",
            "create operator",
            "create cast",
            "create language",
            "create foreign",
            "create server",
            "create policy",
            "create event",
            "create collation",
            "create publication",
            "create subscription",
            "create unlogged",
            "create statistics",
            "create constraint",
            "alter system",
            "alter sequence",
            "alter index",
            "alter extension",
            "drop index",
            "drop sequence",
            "drop extension",
            "reindex",
            "cluster",
            "notify",
            "listen",
            "unlisten",
            "load",
            "do",
            "security",
            "import",
            "checkpoint",
            "discard",
            "savepoint",
            "release",
            "rollback to",
            "rollback work to",
            "rollback transaction to");
    private static final List<String> NOT_BUILT = List.of(
            "create datashare",
            "alter datashare",
            "drop datashare",
            "desc datashare",
            "create model",
            "drop model",
            "create library",
            "create or replace library",
            "drop library",
            "create rls",
            "alter rls",
            "drop rls",
            "attach rls",
            "detach rls",
            "create masking",
            "alter masking",
            "drop masking",
            "attach masking",
            "detach masking",
            "create external model",
            "create identity",
            "alter identity",
            "drop identity",
            "create template",
            "create external view",
            "create protected",
            "create connection",
            "alter external");
    private static final List<String[]> NOT_REDSHIFT_WORDS = words(NOT_REDSHIFT);
    private static final List<String[]> NOT_BUILT_WORDS = words(NOT_BUILT);

    private Unsupported() {}

    /** Fails if a statement is one of those that are refused as a whole. */
    static void check(Cursor cursor) {
        int place = cursor.place();
        first(NOT_REDSHIFT_WORDS, cursor).ifPresent(words -> {
            throw SqlError.unsupported("SQL command \"" + words + "\" not supported on Redshift tables.", place);
        });
        first(NOT_BUILT_WORDS, cursor).ifPresent(words -> {
            throw SqlError.unsupported(words + " is not implemented by Laguna", place);
        });
    }

    /** Returns the first of these words that a statement begins with, in upper case. */
    private static Optional<String> first(List<String[]> all, Cursor cursor) {
        for (String[] words : all) {
            if (cursor.sees(words)) {
                return Optional.of(String.join(" ", words).toUpperCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private static List<String[]> words(List<String> all) {
        return all.stream().map(words -> words.split(" ", -1)).toList();
    }

    /** Fails if a query over tables calls a function that Redshift's compute nodes have not. */
    static void checkFunctions(List<Node> nodes, List<QualifiedName> relations) {
        boolean onTables = onTables(relations);
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node instanceof Group group) {
                checkFunctions(group.items(), relations);
                continue;
            }
            if (onTables && node.isSign("::")) {
                checkType(nodes.subList(i + 1, nodes.size()));
            }
            if (!isCall(nodes, i)) {
                continue;
            }
            String name = node.first().name();
            if (PostgresFunctions.isUnknown(name)) {
                throw SqlError.of(
                        "42883",
                        "function " + name + "() does not exist",
                        node.first().place());
            }
            if (onTables && PostgresFunctions.isOfLeader(name)) {
                throw SqlError.unsupported(
                                "Specified types or functions (one per INFO message) not supported on Redshift tables.",
                                node.first().place())
                        .withDetail("Function \"" + name + "\" not supported.");
            }
        }
    }

    /** Fails if a type that a value of a table is cast to is the leader node's alone. */
    private static void checkType(List<Node> nodes) {
        if (nodes.isEmpty() || !nodes.get(0).isName()) {
            return;
        }
        String name = nodes.get(0).first().name();
        if (PostgresTypes.isOfLeader(name)) {
            throw SqlError.unsupported(
                            "Specified types or functions (one per INFO message) not supported on Redshift tables.",
                            nodes.get(0).first().place())
                    .withDetail("Type \"" + name + "\" not supported.");
        }
    }

    private static boolean isCall(List<Node> nodes, int at) {
        boolean called = nodes.get(at).isName()
                && at + 1 < nodes.size()
                && nodes.get(at + 1).isParenthesis()
                && !(at > 0 && nodes.get(at - 1).is("into", "table"));
        boolean qualified = at > 1 && nodes.get(at - 1).isSign(".");
        return called && (!qualified || nodes.get(at - 2).is("pg_catalog"));
    }

    /** Tells whether one of these relations is none of the catalog's. */
    static boolean onTables(List<QualifiedName> relations) {
        return relations.stream().anyMatch(Unsupported::isTable);
    }

    private static boolean isTable(QualifiedName relation) {
        String schema = relation.schema().orElse("");
        String name = relation.last();
        boolean ofCatalog = schema.equals("pg_catalog")
                || schema.equals("information_schema")
                || name.startsWith("pg_")
                || name.startsWith("stl_")
                || name.startsWith("stv_")
                || name.startsWith("svl_")
                || name.startsWith("svv_")
                || name.startsWith("sys_");
        return !ofCatalog;
    }
}
