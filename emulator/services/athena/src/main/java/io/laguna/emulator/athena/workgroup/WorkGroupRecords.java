package io.laguna.emulator.athena.workgroup;

import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupState;

/**
 * The workgroups in the state, over one connection to it. The workgroup {@code primary} of a caller is made when
 * somebody first looks for it.
 */
public final class WorkGroupRecords {
    public static final String PRIMARY = "primary";

    /** The tables with the contents of workgroups; each has account, region and workgroup. */
    private static final List<String> CONTENTS =
            List.of("athena_named_query", "athena_prepared_statement", "athena_query");

    private final Handle handle;

    public WorkGroupRecords(Handle handle) {
        this.handle = handle;
    }

    static String arn(Caller caller, String name) {
        return caller.arn("athena", "workgroup/" + name);
    }

    public Optional<WorkGroup> find(Caller caller, String name) {
        return find(caller, name, "");
    }

    /**
     * Returns a workgroup that has to be there.
     *
     * @throws software.amazon.awssdk.services.athena.model.InvalidRequestException when there is none
     */
    public WorkGroup get(Caller caller, String name) {
        return find(caller, name).orElseThrow(() -> NotFound.workGroup(name));
    }

    /**
     * Returns a workgroup that is not deleted before the end of the transaction.
     *
     * @throws software.amazon.awssdk.services.athena.model.InvalidRequestException when there is none
     */
    public WorkGroup hold(Caller caller, String name) {
        return find(caller, name, " for key share").orElseThrow(() -> NotFound.workGroup(name));
    }

    /**
     * Returns a workgroup as {@link #hold} does. Nobody else changes it or puts anything into it before the end of the
     * transaction.
     */
    WorkGroup lock(Caller caller, String name) {
        return find(caller, name, " for update").orElseThrow(() -> NotFound.workGroup(name));
    }

    /** Returns the workgroups of a caller, ordered by their names. */
    List<WorkGroup> all(Caller caller) {
        makePrimary(caller);
        return handle.select(
                        "select definition, created_at from athena_workgroup where account = ? and region = ?"
                                + " order by name collate \"C\"",
                        caller.accountId(),
                        caller.region())
                .map(WorkGroupRecords::read)
                .list();
    }

    /** Adds a workgroup unless there is one of that name, and tells whether it was added. */
    boolean insert(Caller caller, WorkGroup group) {
        return handle.execute(
                        "insert into athena_workgroup (account, region, name, definition, created_at)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing",
                        caller.accountId(),
                        caller.region(),
                        group.name(),
                        ShapeJson.write(group),
                        Timestamp.from(group.creationTime()))
                == 1;
    }

    void save(Caller caller, WorkGroup group) {
        handle.execute(
                "update athena_workgroup set definition = ? where account = ? and region = ? and name = ?",
                ShapeJson.write(group),
                caller.accountId(),
                caller.region(),
                group.name());
    }

    /** Deletes a workgroup with everything that is in it. */
    void delete(Caller caller, String name) {
        handle.execute(
                "delete from athena_workgroup where account = ? and region = ? and name = ?",
                caller.accountId(),
                caller.region(),
                name);
    }

    boolean isEmpty(Caller caller, String name) {
        return CONTENTS.stream().noneMatch(table -> handle.select(
                        "select exists (select from " + table + " where account = ? and region = ? and workgroup = ?)",
                        caller.accountId(),
                        caller.region(),
                        name)
                .mapTo(Boolean.class)
                .one());
    }

    private Optional<WorkGroup> find(Caller caller, String name, String lock) {
        Optional<WorkGroup> found = select(caller, name, lock);
        if (found.isPresent() || !name.equals(PRIMARY)) {
            return found;
        }
        makePrimary(caller);
        return select(caller, name, lock);
    }

    private Optional<WorkGroup> select(Caller caller, String name, String lock) {
        return handle.select(
                        "select definition, created_at from athena_workgroup"
                                + " where account = ? and region = ? and name = ?" + lock,
                        caller.accountId(),
                        caller.region(),
                        name)
                .map(WorkGroupRecords::read)
                .findOne();
    }

    private void makePrimary(Caller caller) {
        WorkGroup primary = WorkGroup.builder()
                .name(PRIMARY)
                .state(WorkGroupState.ENABLED)
                .description("")
                .configuration(WorkGroupSettings.ofPrimary())
                .build();
        handle.execute(
                "insert into athena_workgroup (account, region, name, definition) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                caller.accountId(),
                caller.region(),
                PRIMARY,
                ShapeJson.write(primary));
    }

    private static WorkGroup read(ResultSet row, StatementContext context) throws SQLException {
        return ShapeJson.read(row.getString("definition"), WorkGroup.builder()).toBuilder()
                .creationTime(row.getTimestamp("created_at").toInstant())
                .build();
    }
}
