package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Rewritten;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Later;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Run;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** How each kind of statement is carried out in a session. */
final class Orders {
    private final Carriers carriers;
    private final Scope scope;

    Orders(Carriers carriers, Scope scope) {
        this.carriers = carriers;
        this.scope = scope;
    }

    /**
     * Returns the order of a statement.
     *
     * @param text the client's whole text, in which places are
     */
    Order of(Statement statement, String text) throws SqlFailure {
        List<QualifiedName> outside = relations(statement).stream()
                .filter(relation -> carriers.outside().concerns(relation, scope))
                .toList();
        if (outside.isEmpty()) {
            return order(statement, text);
        }
        return (Later) () -> {
            Optional<Order> instead = carriers.outside().instead(statement, outside, scope);
            return instead.isPresent()
                    ? instead.get()
                    : order(carriers.outside().prepare(statement, outside, scope), text);
        };
    }

    /** Computes a function that is not the engine's; the question is in the form of {@code laguna.invoke}. */
    Optional<String> call(String said, Workbench bench) throws SqlFailure, IOException {
        return carriers.calls().call(said, scope, bench);
    }

    /** Tells whether one of some relations is outside. */
    boolean reachOutside(List<QualifiedName> relations) {
        return relations.stream().anyMatch(relation -> carriers.outside().concerns(relation, scope));
    }

    /** Returns the relations that have to be there before a statement. */
    private static List<QualifiedName> relations(Statement statement) {
        if (statement instanceof Statement.PlainSql plain) {
            return plain.relations();
        } else if (statement instanceof Statement.CreateTableAs table) {
            return table.relations();
        } else if (statement instanceof Statement.CreateView view) {
            return view.relations();
        } else if (statement instanceof Statement.CreateMaterializedView view) {
            return view.relations();
        } else if (statement instanceof Statement.Unload unload) {
            return unload.relations();
        }
        return List.of();
    }

    private Order order(Statement statement, String text) throws SqlFailure {
        if (statement instanceof Statement.PlainSql plain) {
            return run(plain.sql(), text);
        } else if (statement instanceof Statement.Transaction transaction) {
            return run(transaction.sql(), text);
        } else if (statement instanceof Statement.Parameter parameter) {
            return run(parameter.sql(), text);
        } else if (statement instanceof Statement.Truncate truncate) {
            return run(truncate.sql(), text).with(List.of(), List.of("COMMIT"));
        } else if (statement instanceof Statement.User user) {
            return run(user.sql(), text).with(List.of(), Users.after(user));
        } else if (statement instanceof Statement.Vacuum vacuum) {
            return Upkeep.of(vacuum);
        } else if (statement instanceof Statement.Analyze analyze) {
            if (analyze.compression()) {
                throw Failures.notSupported("ANALYZE COMPRESSION is not implemented by Laguna");
            }
            return Upkeep.of(analyze);
        } else if (statement instanceof Statement.CreateExternalFunction function) {
            return ExternalFunctions.create(function, scope, text);
        } else if (statement instanceof Statement.Use use) {
            return use(use);
        }
        Optional<Order> definition = Definitions.order(statement, text);
        return definition.isPresent() ? definition.get() : carried(statement, text);
    }

    /** Returns the order of a statement that is not the engine's alone. */
    private Order carried(Statement statement, String text) throws SqlFailure {
        if (statement instanceof Statement.Copy copy) {
            return carriers.copy().carry(copy, scope);
        } else if (statement instanceof Statement.Unload unload) {
            return carriers.unload().carry(unload, scope);
        } else if (statement instanceof Statement.CreateView view) {
            return view.late() ? carriers.lateView().carry(view, scope) : run(view.sql(), text);
        } else if (statement instanceof Statement.Show show) {
            return carriers.show().isPresent() ? carriers.show().get().carry(show, scope) : run(show.sql(), text);
        } else if (statement instanceof Statement.CreateExternalSchema schema) {
            return carriers.createExternalSchema().carry(schema, scope);
        } else if (statement instanceof Statement.DropSchema drop) {
            return dropSchema(drop, text);
        } else if (statement instanceof Statement.CreateExternalTable table) {
            return carriers.createExternalTable().carry(table, scope);
        } else if (statement instanceof Statement.AlterExternalTable table) {
            return carriers.alterExternalTable().carry(table, scope);
        }
        throw new IllegalStateException("No order for " + statement.getClass().getSimpleName());
    }

    private Order dropSchema(Statement.DropSchema drop, String text) throws SqlFailure {
        boolean outside = drop.dropsExternalDatabase()
                || drop.schemas().stream().anyMatch(schema -> carriers.outside().concerns(schema, scope));
        return outside ? carriers.dropSchema().carry(drop, scope) : run(drop.sql(), text);
    }

    private Order use(Statement.Use use) throws SqlFailure {
        if (!use.database().equals(scope.database())) {
            throw Failures.notSupported("USE of another database than the session's is not implemented by Laguna");
        }
        return (Answer) bench -> "USE";
    }

    /** Returns what the engine runs, with the way back to the places in a client's text. */
    static Run run(Rewritten sql, String text) {
        return new Run(sql.text(), Places.of(sql, text), List.of(), List.of(), Optional.empty());
    }
}
