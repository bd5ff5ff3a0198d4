package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Catalog;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The columns of relations as a session's transaction sees them. */
record CatalogColumns(Catalog catalog) implements Columns {
    /** Says that a statement cannot be read without the catalog. */
    static final Columns DEFERRED = relation -> {
        throw new NeededException();
    };

    /** The reading of a statement has come to a name that the catalog knows. */
    static final class NeededException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NeededException() {
            super("", null, false, false);
        }
    }

    /** The catalog did not answer. */
    static final class UnansweredException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnansweredException(Exception cause) {
            super(cause);
        }
    }

    @Override
    public Optional<List<String>> of(QualifiedName relation) {
        String query = "SELECT attname FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass("
                + Literals.quoted(relation.sql()) + ") AND attnum > 0 AND NOT attisdropped ORDER BY attnum";
        try {
            List<String> names = catalog.query(query).stream()
                    .map(row -> row.get(0).orElseThrow())
                    .toList();
            return names.isEmpty() ? Optional.empty() : Optional.of(names);
        } catch (SqlFailure | IOException e) {
            throw new UnansweredException(e);
        }
    }

    /**
     * Asks too, where the engine answers. It knows no names with a database; what it refuses to tell, it refuses to the
     * statement too.
     */
    @Override
    public Optional<List<String>> ifTold(QualifiedName relation) {
        return catalog.answers() && relation.database().isEmpty() ? of(relation) : Optional.empty();
    }
}
