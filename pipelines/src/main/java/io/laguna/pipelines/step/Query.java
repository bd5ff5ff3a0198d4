package io.laguna.pipelines.step;

/**
 * A query of the pipeline, in the SQL of Athena.
 *
 * @param name for messages: {@code cases-by-department}
 * @param title what it does: {@code trusted -> Athena}
 * @param database in which tables without one are looked for
 * @param sql one statement
 */
public record Query(String name, String title, String database, String sql) implements Stage {
    @Override
    public String kind() {
        return "query";
    }
}
