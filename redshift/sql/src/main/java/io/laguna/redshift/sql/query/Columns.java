package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.QualifiedName;
import java.util.List;
import java.util.Optional;

/** The catalog's columns, for clauses that mean "all columns but these" (EXCLUDE, PIVOT, UNPIVOT) and for correlated subqueries. */
@FunctionalInterface
public interface Columns {
    /** A catalog without tables. */
    Columns NONE = relation -> Optional.empty();

    /** Returns the names of a table's or view's columns in their order, or nothing when there is no such relation. */
    Optional<List<String>> of(QualifiedName relation);

    /** Returns the same, and nothing also where the catalog cannot be asked at the time. */
    default Optional<List<String>> ifTold(QualifiedName relation) {
        return of(relation);
    }
}
