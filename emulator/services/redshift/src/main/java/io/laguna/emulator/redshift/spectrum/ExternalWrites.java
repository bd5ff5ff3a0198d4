package io.laguna.emulator.redshift.spectrum;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.emulator.redshift.spectrum.ddl.ExternalTableStatements;
import io.laguna.emulator.redshift.spectrum.ddl.WrittenFiles;
import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchemas;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.text.Tree;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements that change external tables and look as those that change tables do: INSERT, DROP, UPDATE, DELETE. */
record ExternalWrites(ExternalTableStatements tables, WrittenFiles files, ExternalSchemas schemas) {
    /** Returns how a statement is carried out that changes one of these tables, or nothing when it only reads them. */
    Optional<Order> order(String sql, List<QualifiedName> external, Scope scope) throws SqlFailure {
        List<Token> tokens = Lexer.tokens(sql, 0, false);
        Token end = tokens.get(tokens.size() - 1);
        Cursor cursor = new Cursor(Tree.of(tokens), end);
        if (cursor.takes("insert", "into")) {
            QualifiedName target = cursor.qualifiedName();
            return external.contains(target) ? Optional.of(insert(target, cursor, scope)) : Optional.empty();
        }
        if (cursor.takes("drop", "table")) {
            return dropped(cursor, external, scope);
        }
        boolean isDelete = cursor.takes("delete", "from");
        if (isDelete || cursor.takes("update")) {
            String action = isDelete ? "delete from" : "update";
            if (cursor.peek().isName() && external.contains(cursor.qualifiedName())) {
                throw new SqlFailure("0A000", "cannot " + action + " external table");
            }
        }
        return Optional.empty();
    }

    private Order insert(QualifiedName target, Cursor cursor, Scope scope) throws SqlFailure {
        boolean isQuery = cursor.peek().is("select", "with", "values")
                || (cursor.peek().isParenthesis() && cursor.rest().size() == 1);
        if (!isQuery) {
            throw new SqlFailure("0A000", "INSERT into an external table has no list of columns");
        }
        String query = Printer.text(cursor.rest());
        return files.insertion(query, target, schemas, scope);
    }

    private Optional<Order> dropped(Cursor cursor, List<QualifiedName> external, Scope scope) throws SqlFailure {
        boolean ifExists = cursor.takes("if", "exists");
        List<QualifiedName> names = new ArrayList<>();
        do {
            names.add(cursor.qualifiedName());
        } while (cursor.takesSign(","));
        long outside = names.stream().filter(external::contains).count();
        if (outside > 0 && outside < names.size()) {
            throw new SqlFailure("0A000", "DROP TABLE of external and of other tables together is not supported");
        }
        return outside == 0 ? Optional.empty() : Optional.of(tables.drop(names, ifExists, scope));
    }
}
