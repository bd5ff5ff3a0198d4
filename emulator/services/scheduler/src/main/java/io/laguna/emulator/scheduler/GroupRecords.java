package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.TagTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The schedule groups in the state, over one connection to it. */
final class GroupRecords {
    private final Handle handle;

    GroupRecords(Handle handle) {
        this.handle = handle;
    }

    /** Makes the default group of an account, which an account has as soon as somebody looks for it. */
    void makeDefault(Caller owner, Instant now) {
        insert(new GroupRecord(UUID.randomUUID(), owner, Definition.DEFAULT_GROUP, Optional.empty(), now, now));
    }

    /** Adds a group unless there is one of that name, and tells whether it was added. */
    boolean insert(GroupRecord group) {
        return handle.createUpdate("insert into scheduler_group"
                                + " (id, account, region, name, client_token, created_at, modified_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict (account, region, name) do nothing")
                        .bind(0, group.id())
                        .bind(1, group.owner().accountId())
                        .bind(2, group.owner().region())
                        .bind(3, group.name())
                        .bind(4, group.clientToken().orElse(null))
                        .bind(5, group.createdAt())
                        .bind(6, group.modifiedAt())
                        .execute()
                == 1;
    }

    /**
     * Returns a group.
     *
     * @throws software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException when there is none
     */
    GroupRecord get(Caller owner, String name) {
        return handle.select(
                        "select * from scheduler_group where account = ? and region = ? and name = ?",
                        owner.accountId(),
                        owner.region(),
                        name)
                .map((row, context) -> group(row))
                .findOne()
                .orElseThrow(() -> Failures.noGroup(name));
    }

    List<GroupRecord> all(Caller owner) {
        return handle.select(
                        "select * from scheduler_group where account = ? and region = ? order by name collate \"C\"",
                        owner.accountId(),
                        owner.region())
                .map((row, context) -> group(row))
                .list();
    }

    void delete(GroupRecord group) {
        handle.execute("delete from scheduler_group where id = ?", group.id());
    }

    /** Returns the tags of all groups, by their ids. */
    TagTable tags() {
        return new TagTable(handle, "scheduler_tag", "schedule_group");
    }

    private static GroupRecord group(ResultSet row) throws SQLException {
        return new GroupRecord(
                row.getObject("id", UUID.class),
                new Caller(row.getString("account"), row.getString("region")),
                row.getString("name"),
                Optional.ofNullable(row.getString("client_token")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("modified_at").toInstant());
    }
}
