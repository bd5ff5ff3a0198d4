package io.laguna.emulator.glue;

import io.laguna.emulator.kit.state.TagTable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tags in the state, over one connection to it. */
record TagRecords(Handle handle) {
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

    Map<String, String> of(Resource resource) {
        return table().of(resource.key());
    }

    void put(Resource resource, Map<String, String> tags) {
        table().put(resource.key(), tags);
        resource.entity()
                .ifPresent(entity ->
                        handle.execute("update glue_tag set entity = ? where resource = ?", entity, resource.key()));
    }

    void remove(Resource resource, Iterable<String> keys) {
        table().remove(resource.key(), keys);
    }

    private TagTable table() {
        return new TagTable(handle, "glue_tag", "resource");
    }
}
