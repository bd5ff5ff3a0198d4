package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Order;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The relations that statements name and that are not in the cluster: those of external schemas. */
public interface Outside {
    /** No relation is outside. */
    Outside NOTHING = new Outside() {
        @Override
        public boolean concerns(QualifiedName relation, Scope scope) {
            return false;
        }

        @Override
        public Statement prepare(Statement statement, List<QualifiedName> relations, Scope scope) {
            return statement;
        }

        @Override
        public Optional<Order> instead(Statement statement, List<QualifiedName> relations, Scope scope) {
            return Optional.empty();
        }
    };

    /** Tells whether a relation, or a schema by its name alone, is outside. It is asked of each one, so it asks nobody. */
    boolean concerns(QualifiedName relation, Scope scope);

    /**
     * Sees to it that the engine knows relations, right before a statement that names them.
     *
     * @return the statement as the engine is to read it
     * @throws SqlFailure when there is no such relation, or the cluster may not read it
     */
    Statement prepare(Statement statement, List<QualifiedName> relations, Scope scope) throws SqlFailure, IOException;

    /** Returns how a statement is carried out that changes such a relation, or nothing for the engine's own statements. */
    Optional<Order> instead(Statement statement, List<QualifiedName> relations, Scope scope) throws SqlFailure;
}
