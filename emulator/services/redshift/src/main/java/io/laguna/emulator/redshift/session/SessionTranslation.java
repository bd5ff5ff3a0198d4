package io.laguna.emulator.redshift.session;

import io.laguna.emulator.redshift.system.Notes;
import io.laguna.redshift.sql.Dialect;
import io.laguna.redshift.sql.Piece;
import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.query.SuperStrings;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Later;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Repair;
import io.laguna.redshift.wire.order.Run;
import io.laguna.redshift.wire.order.Translation;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reading of one session's statements: it has the session's dialect, which SET changes. */
final class SessionTranslation implements Translation {
    private static final String CASE = "enable_case_sensitive_identifier";

    private final Orders orders;
    private final Columns catalog;
    /** Tells the engine's session what its functions are asked. */
    private final String told;

    private final boolean caseSensitiveAtFirst;
    private final Notes notes = new Notes();
    private final KnownTexts known = new KnownTexts();
    private boolean caseSensitive;

    private SessionTranslation(Orders orders, Columns catalog, String told, boolean caseSensitive) {
        this.orders = orders;
        this.told = told;
        this.catalog = catalog;
        this.caseSensitiveAtFirst = caseSensitive;
        this.caseSensitive = caseSensitive;
    }

    /**
     * Returns the translation of a new session, with the settings that its user and its cluster have. The session is told
     * what its functions are asked: {@code CURRENT_AWS_ACCOUNT}, {@code CURRENT_NAMESPACE}, {@code DEFAULT_IAM_ROLE}.
     */
    static SessionTranslation open(Orders orders, Scope scope) throws SqlFailure, IOException {
        ClusterScope cluster = scope.cluster();
        String told = "SELECT pg_catalog.current_setting('laguna." + CASE + "', true)"
                + told("account", cluster.account())
                + told("namespace", cluster.namespace())
                + told("default_iam_role", cluster.defaultRole().orElse(""));
        Optional<String> setting = scope.catalog().query(told).get(0).get(0);
        return new SessionTranslation(
                orders,
                new CatalogColumns(scope.catalog()),
                told,
                setting.filter(SessionTranslation::isOn).isPresent());
    }

    private static String told(String name, String value) {
        return ", pg_catalog.set_config('laguna." + name + "', " + Literals.quoted(value) + ", false)";
    }

    @Override
    public List<Order> translate(String text) throws SqlFailure {
        Optional<List<Order>> before = readBefore(text);
        if (before.isPresent()) {
            return before.get();
        }
        List<Order> all = new ArrayList<>();
        List<KnownTexts.Known> plain = new ArrayList<>();
        for (Piece piece : split(text)) {
            Reading reading = new Reading(text, piece, dialect(CatalogColumns.DEFERRED));
            Optional<Statement> statement = reading.statementWithoutCatalog();
            Order order = order(statement, reading);
            all.add(order);
            if (order instanceof Run run && statement.get() instanceof Statement.PlainSql sql) {
                plain.add(new KnownTexts.Known(run, sql.relations()));
            }
        }
        if (plain.size() == all.size()) {
            known.keep(text, plain);
        }
        return all;
    }

    @Override
    public Optional<String> call(String said, Workbench bench) throws SqlFailure, IOException {
        return orders.call(said, bench);
    }

    /** Returns what a text is that was read before, if it still means the same. */
    private Optional<List<Order>> readBefore(String text) {
        Optional<List<KnownTexts.Known>> found = known.find(text);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Order> all = new ArrayList<>();
        for (KnownTexts.Known statement : found.get()) {
            if (orders.reachOutside(statement.relations())) {
                return Optional.empty();
            }
            all.add(Order.noted(
                    statement.run(), notes.again(statement.run().note().orElseThrow())));
        }
        return Optional.of(all);
    }

    private Dialect dialect(Columns columns) {
        return Dialect.of(columns).withCase(caseSensitive);
    }

    private List<Piece> split(String text) throws SqlFailure {
        try {
            return dialect(CatalogColumns.DEFERRED).split(text);
        } catch (SqlError e) {
            throw Failures.of(e, text);
        }
    }

    /** One statement in a text, and how it is read. */
    private record Reading(String text, Piece piece, Dialect dialect) {
        Statement statement() throws SqlFailure {
            try {
                return dialect.read(piece);
            } catch (SqlError e) {
                throw Failures.of(e, text);
            }
        }

        /** Returns the statement, or nothing when the catalog has to say what it means. */
        Optional<Statement> statementWithoutCatalog() throws SqlFailure {
            try {
                return Optional.of(statement());
            } catch (CatalogColumns.NeededException e) {
                return Optional.empty();
            }
        }

        Reading with(Columns columns) {
            return new Reading(text, piece, dialect.withColumns(columns));
        }

        /** Tells whether there may be another reading when the engine does not understand the first. */
        boolean mayBeOther() {
            if (!dialect.aliases().isEmpty() || dialect.superStrings()) {
                return true;
            }
            List<Token> tokens = Lexer.tokens(piece.text(), 0, !dialect.caseSensitive());
            return AliasUse.isPossible(tokens) || SuperStrings.arePossible(tokens);
        }

        Optional<Reading> after(SqlFailure failure) {
            return dialect.after(failure.state(), failure.getMessage()).map(other -> new Reading(text, piece, other));
        }
    }

    private Order order(Reading reading) throws SqlFailure {
        return order(reading.statementWithoutCatalog(), reading);
    }

    private Order order(Optional<Statement> statement, Reading reading) throws SqlFailure {
        return statement.isPresent() ? order(statement.get(), reading) : (Later) () -> now(reading.with(catalog));
    }

    private Order order(Statement statement, Reading reading) throws SqlFailure {
        boolean resetsAll = statement instanceof Statement.Parameter parameter && parameter.resetsAll();
        if (statement instanceof Statement.Parameter parameter
                && (resetsAll || parameter.name().equals(CASE))) {
            follow(parameter);
        }
        Order order = orders.of(statement, reading.text());
        return Order.noted(
                repairable(
                        resetsAll && order instanceof Run run ? run.with(List.of(), List.of(told)) : order,
                        reading.with(catalog),
                        asked(statement)),
                notes.of(reading.piece(), statement));
    }

    /** Returns the order of a statement whose turn has come: the catalog may be asked. */
    private Order now(Reading reading) throws SqlFailure, IOException {
        try {
            Statement statement = reading.statement();
            Order order = repairable(orders.of(statement, reading.text()), reading, asked(statement));
            return Order.noted(
                    order instanceof Later later ? later.read() : order, notes.of(reading.piece(), statement));
        } catch (CatalogColumns.UnansweredException e) {
            if (e.getCause() instanceof SqlFailure failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        }
    }

    private static Optional<String> asked(Statement statement) {
        return statement instanceof Statement.CreateView view
                ? Optional.of(view.query().text())
                : Optional.empty();
    }

    private Order repairable(Order order, Reading reading, Optional<String> asked) {
        if (order instanceof Later later) {
            return (Later) () -> repairable(later.read(), reading, asked);
        }
        if (!reading.mayBeOther()) {
            return order;
        }
        if (order instanceof Run run) {
            return new Run(run.sql(), run.place(), run.before(), run.after(), Optional.of(repair(reading, asked)));
        }
        return asked.isPresent() ? readFirst((Answer) order, reading, asked.get()) : order;
    }

    /** Returns the order of a view that is bound later: what the engine does not understand of its query would only show then. */
    private Answer readFirst(Answer view, Reading reading, String query) {
        return bench -> {
            Optional<SqlFailure> failure = LateView.unread(query, bench);
            Optional<Reading> other = failure.isPresent() ? reading.after(failure.get()) : Optional.empty();
            if (other.isEmpty()) {
                return view.run(bench);
            }
            Order order = order(other.get());
            return ((Answer) (order instanceof Later later ? later.read() : order)).run(bench);
        };
    }

    private Repair repair(Reading reading, Optional<String> asked) {
        return new Repair() {
            @Override
            public Optional<Order> after(SqlFailure failure) throws SqlFailure {
                Optional<Reading> other = reading.after(failure);
                return other.isPresent() ? Optional.of(order(other.get())) : Optional.empty();
            }

            @Override
            public Optional<String> asked() {
                return asked;
            }
        };
    }

    private void follow(Statement.Parameter parameter) {
        known.clear();
        switch (parameter.verb()) {
            case SET -> caseSensitive = parameter
                    .value()
                    .map(value -> value.equalsIgnoreCase("default") ? caseSensitiveAtFirst : isOn(value))
                    .orElse(caseSensitiveAtFirst);
            case RESET -> caseSensitive = caseSensitiveAtFirst;
            case SHOW -> {}
        }
    }

    private static boolean isOn(String value) {
        return value.equalsIgnoreCase("on") || value.equalsIgnoreCase("true") || value.equals("1");
    }
}
