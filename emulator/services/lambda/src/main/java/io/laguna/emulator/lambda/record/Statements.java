package io.laguna.emulator.lambda.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements of functions' policies, over one connection to the state. */
public record Statements(Handle handle) {
    /**
     * Adds a statement.
     *
     * @param qualifier empty for the function itself
     * @return whether there was none of the id
     */
    public boolean add(FunctionRow function, String qualifier, String id, String statement) {
        int added = handle.execute(
                "insert into lambda_permission (function, qualifier, sid, statement) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                function.id(),
                qualifier,
                id,
                statement);
        changed(function, qualifier);
        return added > 0;
    }

    /** Removes a statement, and tells whether there was one of the id. */
    public boolean remove(FunctionRow function, String qualifier, String id) {
        int removed = handle.execute(
                "delete from lambda_permission where function = ? and qualifier = ? and sid = ?",
                function.id(),
                qualifier,
                id);
        changed(function, qualifier);
        return removed > 0;
    }

    /** Returns the statements in the order in which they came. */
    public List<String> all(FunctionRow function, String qualifier) {
        return handle.select(
                        "select statement from lambda_permission where function = ? and qualifier = ? order by number",
                        function.id(),
                        qualifier)
                .mapTo(String.class)
                .list();
    }

    public Optional<String> revision(FunctionRow function, String qualifier) {
        return handle.select(
                        "select revision from lambda_policy_revision where function = ? and qualifier = ?",
                        function.id(),
                        qualifier)
                .mapTo(String.class)
                .findOne();
    }

    private void changed(FunctionRow function, String qualifier) {
        handle.execute(
                "insert into lambda_policy_revision (function, qualifier, revision) values (?, ?, ?)"
                        + " on conflict (function, qualifier) do update set revision = excluded.revision",
                function.id(),
                qualifier,
                UUID.randomUUID().toString());
    }
}
