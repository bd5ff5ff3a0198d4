package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.util.List;

/** The relations that statements name and that are not in the cluster: those of external schemas. */
public interface Outside {
    /** No relation is outside. */
    Outside NOTHING = new Outside() {
        @Override
        public boolean concerns(QualifiedName relation, Scope scope) {
            return false;
        }

        @Override
        public void prepare(List<QualifiedName> relations, Scope scope) {}
    };

    /** Tells whether a relation, or a schema by its name alone, is outside. It is asked of each one, so it asks nobody. */
    boolean concerns(QualifiedName relation, Scope scope);

    /**
     * Sees to it that the engine knows relations, right before a statement that names them.
     *
     * @throws SqlFailure when there is no such relation, or the cluster may not read it
     */
    void prepare(List<QualifiedName> relations, Scope scope) throws SqlFailure, IOException;
}
