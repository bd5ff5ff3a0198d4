package io.laguna.emulator.athena.saved;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.athena.model.PreparedStatement;

/** The prepared statements in the state, over one connection to it. Callers make sure that the workgroup exists. */
public final class PreparedStatementRecords {
    private final Handle handle;

    public PreparedStatementRecords(Handle handle) {
        this.handle = handle;
    }

    Optional<PreparedStatement> find(Caller caller, String workGroup, String name) {
        return find(caller, workGroup, name, "");
    }

    /** Returns a statement that nobody else changes before the end of the transaction. */
    Optional<PreparedStatement> lock(Caller caller, String workGroup, String name) {
        return find(caller, workGroup, name, " for update");
    }

    public Optional<String> text(Caller caller, String workGroup, String name) {
        return find(caller, workGroup, name).map(PreparedStatement::queryStatement);
    }

    /** Returns the statements of a workgroup, ordered by their names. */
    List<PreparedStatement> all(Caller caller, String workGroup) {
        return handle.select(
                        "select definition from athena_prepared_statement"
                                + " where account = ? and region = ? and workgroup = ? order by name collate \"C\"",
                        caller.accountId(),
                        caller.region(),
                        workGroup)
                .map((row, context) -> ShapeJson.read(row.getString("definition"), PreparedStatement.builder()))
                .list();
    }

    /** Adds a statement unless there is one of that name in that workgroup, and tells whether it was added. */
    boolean insert(Caller caller, PreparedStatement statement) {
        return write(caller, statement, "do nothing");
    }

    /** Adds a statement, or replaces the one of that name in that workgroup. */
    public void put(Caller caller, PreparedStatement statement) {
        write(caller, statement, "do update set definition = excluded.definition");
    }

    /** Deletes a statement, and tells whether there was one. */
    public boolean delete(Caller caller, String workGroup, String name) {
        return handle.execute(
                        "delete from athena_prepared_statement"
                                + " where account = ? and region = ? and workgroup = ? and name = ?",
                        caller.accountId(),
                        caller.region(),
                        workGroup,
                        name)
                == 1;
    }

    private boolean write(Caller caller, PreparedStatement statement, String onConflict) {
        return handle.execute(
                        "insert into athena_prepared_statement (account, region, workgroup, name, definition)"
                                + " values (?, ?, ?, ?, ?) on conflict (account, region, workgroup, name) "
                                + onConflict,
                        caller.accountId(),
                        caller.region(),
                        statement.workGroupName(),
                        statement.statementName(),
                        ShapeJson.write(statement))
                == 1;
    }

    private Optional<PreparedStatement> find(Caller caller, String workGroup, String name, String lock) {
        return handle.select(
                        "select definition from athena_prepared_statement"
                                + " where account = ? and region = ? and workgroup = ? and name = ?" + lock,
                        caller.accountId(),
                        caller.region(),
                        workGroup,
                        name)
                .map((row, context) -> ShapeJson.read(row.getString("definition"), PreparedStatement.builder()))
                .findOne();
    }
}
