package io.laguna.engines.jdbc;

import java.util.List;

/**
 * The tables of a database.
 *
 * @param product the name of the database's kind: {@code PostgreSQL}
 */
public record JdbcTables(String product, List<JdbcTable> tables) {
    public JdbcTables {
        tables = List.copyOf(tables);
    }
}
