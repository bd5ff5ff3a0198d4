package io.laguna.redshift.sql.query;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names that a path into SUPER can begin with at a place of a statement.
 *
 * @param tables what the columns of relations are qualified with
 * @param qualified names of relations with their schema, which columns may be qualified with too
 * @param elements the names of elements of arrays, and of values of objects, in FROM
 * @param others names that are no columns: variables of a procedure
 */
record Sight(Set<String> tables, Set<String> qualified, Set<String> elements, Set<String> others) {
    static final Sight NOTHING = new Sight(Set.of(), Set.of(), Set.of(), Set.of());

    Sight {
        tables = Set.copyOf(tables);
        qualified = Set.copyOf(qualified);
        elements = Set.copyOf(elements);
        others = Set.copyOf(others);
    }

    Sight withTable(String name) {
        return new Sight(with(tables, name), qualified, without(elements, name), others);
    }

    Sight withQualified(String name) {
        return new Sight(tables, with(qualified, name), elements, others);
    }

    Sight withElement(String name) {
        return new Sight(without(tables, name), qualified, with(elements, name), others);
    }

    Sight withOthers(Set<String> names) {
        return new Sight(tables, qualified, elements, names);
    }

    boolean isEmpty() {
        return tables.isEmpty() && elements.isEmpty();
    }

    private static Set<String> with(Set<String> names, String name) {
        Set<String> more = new LinkedHashSet<>(names);
        more.add(name);
        return more;
    }

    private static Set<String> without(Set<String> names, String name) {
        Set<String> fewer = new LinkedHashSet<>(names);
        fewer.remove(name);
        return fewer;
    }
}
