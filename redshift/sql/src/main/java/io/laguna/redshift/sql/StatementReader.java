package io.laguna.redshift.sql;

import io.laguna.redshift.sql.ddl.AlterReader;
import io.laguna.redshift.sql.ddl.ExternalFunctionReader;
import io.laguna.redshift.sql.ddl.RoutineReader;
import io.laguna.redshift.sql.ddl.Signatures;
import io.laguna.redshift.sql.ddl.TableReader;
import io.laguna.redshift.sql.ddl.ViewReader;
import io.laguna.redshift.sql.expression.CallArguments;
import io.laguna.redshift.sql.external.ChangeReader;
import io.laguna.redshift.sql.external.SchemaReader;
import io.laguna.redshift.sql.load.CopyReader;
import io.laguna.redshift.sql.load.UnloadReader;
import io.laguna.redshift.sql.query.Navigation;
import io.laguna.redshift.sql.query.Queries;
import io.laguna.redshift.sql.query.Relations;
import io.laguna.redshift.sql.session.DatabaseReader;
import io.laguna.redshift.sql.session.GrantReader;
import io.laguna.redshift.sql.session.ParameterReader;
import io.laguna.redshift.sql.session.ShowReader;
import io.laguna.redshift.sql.session.UpkeepReader;
import io.laguna.redshift.sql.session.UserReader;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.text.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A reader of one statement, which its first words name. */
final class StatementReader {
    private final List<Node> nodes;
    private final Token end;
    private final Dialect dialect;
    private final Cursor cursor;

    StatementReader(List<Node> nodes, Token end, Dialect dialect) {
        this.nodes = nodes;
        this.end = end;
        this.dialect = dialect;
        this.cursor = new Cursor(nodes, end);
    }

    Statement read() {
        Unsupported.check(cursor);
        Clauses.check(nodes);
        Node first = cursor.peek();
        if (!first.isOf(Kind.WORD)) {
            return plain();
        }
        cursor.next();
        return switch (first.first().word()) {
            case "create" -> create();
            case "alter" -> alter();
            case "drop" -> drop();
            case "refresh" -> {
                cursor.expect("materialized", "view");
                yield ViewReader.refresh(cursor);
            }
            case "copy" -> CopyReader.read(cursor);
            case "unload" -> unload();
            case "truncate" -> truncate();
            case "show" -> ShowReader.read(cursor).orElseGet(() -> ParameterReader.show(cursor));
            case "set" -> ParameterReader.set(cursor);
            case "reset" -> ParameterReader.reset(cursor);
            case "analyze", "analyse" -> UpkeepReader.analyze(cursor);
            case "vacuum" -> UpkeepReader.vacuum(cursor);
            case "grant", "revoke" -> GrantReader.read(cursor);
            case "begin", "start" -> transaction(Statement.Transaction.Kind.BEGIN);
            case "commit", "end" -> transaction(Statement.Transaction.Kind.COMMIT);
            case "rollback", "abort" -> transaction(Statement.Transaction.Kind.ROLLBACK);
            case "cancel" -> cancel();
            case "use" -> use();
            case "delete" -> new Manipulation(nodes, end, dialect.columns()).delete();
            case "call" -> plain(CallArguments.rewrite(nodes));
            case "merge" -> new Manipulation(nodes, end, dialect.columns()).merge();
            default -> plain();
        };
    }

    private Statement plain() {
        return plain(nodes);
    }

    private Statement plain(List<Node> nodes) {
        List<QualifiedName> relations = Relations.of(nodes, end);
        // Rows of constants are computed by the leader node, which has these functions.
        boolean constants = nodes.stream().anyMatch(node -> node.is("values"));
        Unsupported.checkFunctions(nodes, constants ? List.of() : relations);
        List<Node> whole = new ArrayList<>(Queries.rewrite(nodes, end, dialect.columns()));
        whole.add(end);
        return new Statement.PlainSql(Printer.print(whole), relations);
    }

    private Statement create() {
        if (cursor.takes("external", "schema")) {
            return SchemaReader.create(cursor);
        }
        if (cursor.takes("external", "table")) {
            return io.laguna.redshift.sql.external.TableReader.read(cursor, end, dialect.columns());
        }
        if (cursor.takes("external", "function") || cursor.takes("or", "replace", "external", "function")) {
            return ExternalFunctionReader.read(cursor);
        }
        if (cursor.takes("materialized", "view")) {
            return ViewReader.materialized(cursor, end, dialect.columns());
        }
        if (cursor.takes("user")) {
            return UserReader.read(cursor, true);
        }
        cursor.takes("or", "replace");
        cursor.takes("local");
        if (!cursor.takes("temp")) {
            cursor.takes("temporary");
        }
        if (cursor.takes("table")) {
            Statement statement = TableReader.read(cursor, end, dialect.columns());
            if (statement instanceof Statement.CreateTableAs table) {
                List<QualifiedName> relations = new ArrayList<>(table.relations());
                relations.add(table.table());
                Unsupported.checkFunctions(nodes, relations);
            }
            return statement;
        }
        if (cursor.takes("view")) {
            Statement statement = ViewReader.view(cursor, end, dialect.columns());
            if (statement instanceof Statement.CreateView view) {
                Unsupported.checkFunctions(nodes, view.relations());
            }
            return statement;
        }
        if (cursor.takes("database")) {
            return DatabaseReader.create(cursor);
        }
        if (cursor.takes("procedure") || cursor.takes("function")) {
            return RoutineReader.read(
                    cursor, dialect.columns(), !dialect.caseSensitive(), (statement, last) -> new StatementReader(
                                    statement, last, dialect)
                            .read());
        }
        if (cursor.takes("schema")) {
            return withoutQuota();
        }
        return plain();
    }

    /** Reads CREATE SCHEMA or ALTER SCHEMA, without a quota: nothing here would be held to one that has a limit. */
    private Statement withoutQuota() {
        boolean alters = nodes.get(0).is("alter");
        for (int i = cursor.at(); i < nodes.size(); i++) {
            boolean unlimited = i + 2 == nodes.size() && nodes.get(i + 1).is("unlimited");
            if (nodes.get(i).is("quota") && unlimited && !alters) {
                return plain(nodes.subList(0, i));
            } else if (nodes.get(i).is("quota")) {
                throw SqlError.unsupported(
                        "QUOTA is not implemented by Laguna",
                        nodes.get(i).first().place());
            }
        }
        return plain();
    }

    private Statement alter() {
        if (cursor.takes("table")) {
            return ChangeReader.read(cursor).orElseGet(() -> AlterReader.read(cursor, dialect.columns()));
        }
        if (cursor.takes("materialized", "view")) {
            return ViewReader.alter(cursor);
        }
        if (cursor.takes("user")) {
            return UserReader.read(cursor, false);
        }
        if (cursor.takes("database")) {
            return DatabaseReader.alter(cursor);
        }
        if (cursor.takes("role")) {
            return UserReader.alterRole(cursor);
        }
        if (cursor.takes("schema")) {
            return withoutQuota();
        }
        if (cursor.peek().is("procedure", "function")) {
            return plain(Signatures.rewrite(nodes, end));
        }
        return cursor.takes("default", "privileges") ? privileges() : plain();
    }

    private Statement drop() {
        if (cursor.takes("schema")) {
            return SchemaReader.drop(cursor);
        }
        if (cursor.takes("role")) {
            return UserReader.dropRole(cursor);
        }
        return plain(Signatures.rewrite(nodes, end));
    }

    private Statement privileges() {
        while (!cursor.ended() && !cursor.peek().is("grant", "revoke")) {
            cursor.next();
        }
        if (cursor.ended()) {
            throw cursor.unexpected();
        }
        cursor.next();
        return GrantReader.read(cursor);
    }

    private Statement truncate() {
        cursor.takes("table");
        QualifiedName table = cursor.qualifiedName();
        cursor.expectEnd();
        return new Statement.Truncate(Printer.print(nodes), table);
    }

    private Statement unload() {
        UnloadReader.Order order = UnloadReader.read(cursor);
        Token string = order.query();
        int begin =
                string.place() + (string.kind() == Kind.DOLLARS ? string.text().indexOf('$', 1) + 1 : 1);
        List<Token> tokens = Lexer.tokens(string.value(), begin, !dialect.caseSensitive());
        Token last = tokens.get(tokens.size() - 1);
        List<Node> query = Tree.of(tokens);
        while (!query.isEmpty() && query.get(query.size() - 1).isSign(";")) {
            query = query.subList(0, query.size() - 1);
        }
        for (Node node : query) {
            if (node.is("limit")) {
                throw SqlError.unsupported(
                        "Limit clause is not supported in the outer SELECT of an UNLOAD statement",
                        node.first().place());
            }
        }
        query = Navigation.rewrite(query, last, dialect.columns(), Set.of());
        List<QualifiedName> relations = Relations.of(query, last);
        Clauses.check(query);
        Unsupported.checkFunctions(query, relations);
        return new Statement.Unload(
                Printer.print(Queries.rewrite(query, last, dialect.columns())),
                relations,
                order.target(),
                order.credentials(),
                order.format(),
                order.options(),
                order.partitions(),
                order.includesPartitions());
    }

    private Statement transaction(Statement.Transaction.Kind kind) {
        return new Statement.Transaction(Printer.print(nodes), kind);
    }

    private Statement cancel() {
        long process = cursor.number();
        cursor.maybeString();
        cursor.expectEnd();
        List<Node> call = Pieces.insteadOf(nodes.get(0))
                .text("SELECT pg_cancel_backend(" + process + ")")
                .list();
        return new Statement.PlainSql(Printer.print(call), List.of());
    }

    private Statement use() {
        String database = cursor.peek().isOf(Kind.STRING) ? cursor.string() : cursor.name();
        cursor.expectEnd();
        return new Statement.Use(database);
    }
}
