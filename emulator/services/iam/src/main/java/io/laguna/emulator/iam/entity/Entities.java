package io.laguna.emulator.iam.entity;

import io.laguna.emulator.iam.entity.Entity.Use;
import io.laguna.emulator.iam.rule.UniqueIds;
import io.laguna.emulator.kit.state.TagTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The entities in the state, over one connection to it. Names differ by more than their case. */
public record Entities(Handle handle) {
    private static final String OF_NAME = "select * from iam_entity where account = ? and kind = ? and folded = ?";

    /**
     * Makes an entity.
     *
     * @throws software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException when there is one of the name
     */
    public Entity insert(String account, NewEntity made, Instant now) {
        Entity entity = handle.select(
                        "insert into iam_entity (account, kind, name, folded, path, unique_id, created_at, changed_at,"
                                + " description, document, session, boundary)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning *",
                        account,
                        made.kind().name(),
                        made.name(),
                        folded(made.name()),
                        made.path(),
                        UniqueIds.of(made.kind().prefix()),
                        Timestamp.from(now),
                        Timestamp.from(now),
                        made.description().orElse(null),
                        made.document().orElse(null),
                        made.session(),
                        made.boundary().orElse(null))
                .map(Entities::read)
                .findFirst()
                .orElseThrow(() -> made.kind().exists(made.name()));
        tags().put(entity.id(), Tags.map(made.tags()));
        return entity;
    }

    public Optional<Entity> find(String account, Kind kind, String name) {
        return handle.select(OF_NAME, account, kind.name(), folded(name))
                .map(Entities::read)
                .findFirst();
    }

    /** Returns an entity by its number in the state. */
    public Optional<Entity> find(long id) {
        return handle.select("select * from iam_entity where id = ?", id)
                .map(Entities::read)
                .findFirst();
    }

    /** Returns an entity, or throws that there is none. */
    public Entity require(String account, Kind kind, String name) {
        return find(account, kind, name).orElseThrow(() -> kind.missing(name));
    }

    /** Returns an entity that nobody else changes before the transaction ends, or throws that there is none. */
    public Entity lock(String account, Kind kind, String name) {
        return handle.select(OF_NAME + " for update", account, kind.name(), folded(name))
                .map(Entities::read)
                .findFirst()
                .orElseThrow(() -> kind.missing(name));
    }

    /** Returns the entities of a kind whose paths begin so, in the order of their names. */
    public List<Entity> all(String account, Kind kind, String prefix) {
        return handle.select(
                        "select * from iam_entity where account = ? and kind = ? and starts_with(path, ?)"
                                + " order by name",
                        account,
                        kind.name(),
                        prefix)
                .map(Entities::read)
                .list();
    }

    public long count(String account, Kind kind) {
        return handle.select("select count(*) from iam_entity where account = ? and kind = ?", account, kind.name())
                .mapTo(Long.class)
                .one();
    }

    /** Returns the entities that are in a group or an instance profile. */
    public List<Entity> members(long container) {
        return joined(
                "select e.* from iam_entity e join iam_member m on m.member = e.id where m.container = ?", container);
    }

    /** Returns the groups that a user is in, or the instance profiles that a role is in. */
    public List<Entity> containers(long member) {
        return joined(
                "select e.* from iam_entity e join iam_member m on m.container = e.id where m.member = ?", member);
    }

    private List<Entity> joined(String query, long id) {
        return handle.select(query + " order by e.name", id).map(Entities::read).list();
    }

    /** Returns the entities that have a managed policy. */
    public List<Entity> attached(String account, String policy) {
        return handle.select(
                        "select e.* from iam_entity e join iam_attachment a on a.entity = e.id"
                                + " where e.account = ? and a.policy = ? order by e.name",
                        account,
                        policy)
                .map(Entities::read)
                .list();
    }

    /** Returns the entities whose boundary a managed policy is. */
    public List<Entity> bounded(String account, String policy) {
        return handle.select(
                        "select * from iam_entity where account = ? and boundary = ? order by name", account, policy)
                .map(Entities::read)
                .list();
    }

    /** Returns how many entities of an account have each managed policy. */
    public Map<String, Long> attachments(String account) {
        return counts(
                "select a.policy, count(*) from iam_attachment a join iam_entity e on e.id = a.entity where e.account = ?"
                        + " group by a.policy",
                account);
    }

    /** Returns of how many entities of an account each managed policy is the boundary. */
    public Map<String, Long> boundaries(String account) {
        return counts(
                "select boundary, count(*) from iam_entity where account = ? and boundary is not null group by boundary",
                account);
    }

    private Map<String, Long> counts(String query, String account) {
        return handle.select(query, account).map((row, context) -> Map.entry(row.getString(1), row.getLong(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void join(long container, long member) {
        handle.execute("insert into iam_member values (?, ?) on conflict do nothing", container, member);
    }

    /** Takes a member out; tells whether it was in. */
    public boolean leave(long container, long member) {
        return handle.execute("delete from iam_member where container = ? and member = ?", container, member) > 0;
    }

    public void rename(Entity entity, String name, String path) {
        int changed = handle.execute(
                "update iam_entity set name = ?, folded = ?, path = ? where id = ? and not exists (select 1 from"
                        + " iam_entity o where o.account = ? and o.kind = ? and o.folded = ? and o.id <> ?)",
                name,
                folded(name),
                path,
                entity.id(),
                entity.account(),
                entity.kind().name(),
                folded(name),
                entity.id());
        if (changed == 0) {
            throw entity.kind().exists(name);
        }
    }

    public void describe(long id, Optional<String> description, Optional<Integer> session) {
        handle.execute(
                "update iam_entity set description = coalesce(?, description), session = coalesce(?, session)"
                        + " where id = ?",
                description.orElse(null),
                session.orElse(null),
                id);
    }

    public void setDocument(long id, String document, Instant now) {
        handle.execute(
                "update iam_entity set document = ?, changed_at = ? where id = ?", document, Timestamp.from(now), id);
    }

    public void setBoundary(long id, Optional<String> arn) {
        handle.execute("update iam_entity set boundary = ? where id = ?", arn.orElse(null), id);
    }

    /** Notes the number of a policy's latest version. */
    public void setLatest(long id, int number, Instant now) {
        handle.execute(
                "update iam_entity set latest = ?, changed_at = ? where id = ?", number, Timestamp.from(now), id);
    }

    /** Notes when somebody worked as a role. */
    public void used(String account, String uniqueId, Use use) {
        handle.execute(
                "update iam_entity set used_at = ?, used_region = ? where account = ? and unique_id = ?",
                Timestamp.from(use.time()),
                use.region(),
                account,
                uniqueId);
    }

    public void delete(long id) {
        handle.execute("delete from iam_entity where id = ?", id);
    }

    public TagTable tags() {
        return new TagTable(handle, "iam_tag", "entity");
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Entity read(ResultSet row, StatementContext context) throws SQLException {
        String region = row.getString("used_region");
        return new Entity(
                row.getLong("id"),
                row.getString("account"),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("path"),
                row.getString("unique_id"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                Optional.ofNullable(row.getString("description")),
                Optional.ofNullable(row.getString("document")),
                row.getInt("session"),
                row.getInt("latest"),
                Optional.ofNullable(row.getString("boundary")),
                Optional.ofNullable(row.getTimestamp("used_at")).map(time -> new Use(time.toInstant(), "", region)));
    }
}
