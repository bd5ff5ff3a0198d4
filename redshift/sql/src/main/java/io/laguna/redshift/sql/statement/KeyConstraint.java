package io.laguna.redshift.sql.statement;

import io.laguna.redshift.sql.text.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A key that Redshift records and does not enforce.
 *
 * @param name the constraint's name if it has one
 * @param references the table that a foreign key refers to
 * @param referenced the columns there; none stand for its primary key
 */
public record KeyConstraint(
        Optional<String> name,
        Kind kind,
        List<String> columns,
        Optional<QualifiedName> references,
        List<String> referenced) {
    /** The kind of a key. */
    public enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY
    }
}
