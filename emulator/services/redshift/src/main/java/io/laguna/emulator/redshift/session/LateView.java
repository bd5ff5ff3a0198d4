package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A carrier of CREATE VIEW … WITH NO SCHEMA BINDING, by the functions of the engine that bind such a view whenever a
 * definition changes what its names mean.
 */
final class LateView implements Carrier<Statement.CreateView> {
    @Override
    public Order carry(Statement.CreateView view, Scope scope) {
        String columns = view.columns().stream().map(Names::quoted).collect(Collectors.joining(",", "{", "}"));
        String create =
                "SELECT laguna.create_late_view(" + Literals.quoted(view.view().sql()) + ", " + view.replaces()
                        + ", " + Literals.quoted(columns) + ", "
                        + Literals.quoted(withoutSemicolons(view.query().text())) + ")";
        return (Answer) bench -> {
            bench.query(create);
            return "CREATE VIEW";
        };
    }

    /** Returns why the engine does not understand a query as its names are now, if it does not. */
    static Optional<SqlFailure> unread(String query, Workbench bench) throws SqlFailure, IOException {
        return bench.query("SELECT * FROM laguna.unread(" + Literals.quoted(withoutSemicolons(query)) + ")").stream()
                .findFirst()
                .map(failure -> new SqlFailure(
                        failure.get(0).orElseThrow(), failure.get(1).orElseThrow()));
    }

    /** Returns a query with no semicolon in it: the engine takes none, so that a text is one statement. */
    private static String withoutSemicolons(String query) {
        StringBuilder text = new StringBuilder();
        for (Token token : Lexer.tokens(query, 0, false)) {
            text.append(token.lead().replace(';', ' '));
            boolean literal = token.kind() == Kind.STRING || token.kind() == Kind.DOLLARS;
            text.append(literal && token.text().indexOf(';') >= 0 ? escaped(token.value()) : token.text());
        }
        return text.toString();
    }

    private static String escaped(String value) {
        return "E'" + value.replace("\\", "\\\\").replace("'", "''").replace(";", "\\x3b") + "'";
    }
}
