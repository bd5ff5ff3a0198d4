package io.laguna.emulator.iam.entity;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The policies that are part of an entity, over one connection to the state. */
public record Inline(Handle handle) {
    /** Returns the documents of an entity's policies by their names. */
    public Map<String, String> of(Entity entity) {
        Map<String, String> policies = new TreeMap<>();
        handle.select("select name, document from iam_inline where entity = ?", entity.id())
                .map((row, context) -> Map.entry(row.getString("name"), row.getString("document")))
                .forEach(policy -> policies.put(policy.getKey(), policy.getValue()));
        return policies;
    }

    public Optional<String> find(Entity entity, String name) {
        return Optional.ofNullable(of(entity).get(name));
    }

    public void put(Entity entity, String name, String document) {
        handle.execute(
                "insert into iam_inline values (?, ?, ?) on conflict (entity, name) do update"
                        + " set document = excluded.document",
                entity.id(),
                name,
                document);
    }

    /** Deletes a policy; tells whether there was one. */
    public boolean delete(Entity entity, String name) {
        return handle.execute("delete from iam_inline where entity = ? and name = ?", entity.id(), name) > 0;
    }
}
