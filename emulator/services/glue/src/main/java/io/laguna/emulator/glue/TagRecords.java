package io.laguna.emulator.glue;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tags in the state, over one connection to it. */
final class TagRecords {
    private final Handle handle;

    public TagRecords(Handle handle) {
        this.handle = handle;
    }

    /**
     * A thing that can be tagged.
     *
     * @param key unique among resources
     * @param entity the entity with which the tags are deleted; empty for the catalog itself
     */
    record Resource(String key, Optional<UUID> entity) {
        static final Resource CATALOG = new Resource("catalog", Optional.empty());

        static Resource of(UUID entity) {
            return new Resource(entity.toString(), Optional.of(entity));
        }
    }

    public Map<String, String> of(Resource resource) {
        Map<String, String> tags = new TreeMap<>();
        handle.select("select key, value from glue_tag where resource = ?", resource.key())
                .map((row, context) -> Map.entry(row.getString("key"), row.getString("value")))
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        return tags;
    }

    public void put(Resource resource, Map<String, String> tags) {
        if (tags.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into glue_tag (resource, entity, key, value)"
                + " values (?, ?, ?, ?) on conflict (resource, key) do update set value = excluded.value");
        tags.forEach((key, value) -> batch.add(resource.key(), resource.entity().orElse(null), key, value));
        batch.execute();
    }

    public void remove(Resource resource, Iterable<String> keys) {
        keys.forEach(key -> handle.execute("delete from glue_tag where resource = ? and key = ?", resource.key(), key));
    }
}
