package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The relations that a query can name.
 *
 * @param queries the columns of the queries in {@code WITH}, by name
 */
record Scope(Columns catalog, Map<String, List<String>> queries) {
    Scope {
        queries = Map.copyOf(queries);
    }

    Scope with(String name, List<String> columns) {
        Map<String, List<String>> more = new HashMap<>(queries);
        more.put(name, columns);
        return new Scope(catalog, more);
    }

    Optional<List<String>> columns(QualifiedName relation) {
        return relation.schema().isEmpty() && queries.containsKey(relation.last())
                ? Optional.of(queries.get(relation.last()))
                : catalog.of(relation);
    }

    /** Returns the columns of a relation where they can be told, for a rewriting that is not needed. */
    Optional<List<String>> told(QualifiedName relation) {
        return relation.schema().isEmpty() && queries.containsKey(relation.last())
                ? Optional.of(queries.get(relation.last()))
                : catalog.ifTold(relation);
    }
}
