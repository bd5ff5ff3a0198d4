package io.laguna.emulator.kit.state;

import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The tags of a service's resources, in a table of the state over one connection to it.
 *
 * @param table the table, with the columns {@code key} and {@code value}
 * @param owner the column that names the resource: a text or a UUID
 */
public record TagTable(Handle handle, String table, String owner) {
    /** Returns the tags of a resource, in the order of their keys. */
    public Map<String, String> of(Object resource) {
        Map<String, String> tags = new TreeMap<>();
        handle.select("select key, value from " + table + " where " + owner + " = ?", resource)
                .map((row, context) -> Map.entry(row.getString("key"), row.getString("value")))
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        return tags;
    }

    /** Adds tags to a resource; those of the same key are replaced. */
    public void put(Object resource, Map<String, String> tags) {
        if (!tags.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch("insert into " + table + " (" + owner + ", key, value)"
                    + " values (?, ?, ?) on conflict (" + owner + ", key) do update set value = excluded.value");
            tags.forEach((key, value) -> batch.add(resource, key, value));
            batch.execute();
        }
    }

    /** Removes tags from a resource; keys that it has not are passed over. */
    public void remove(Object resource, Iterable<String> keys) {
        keys.forEach(
                key -> handle.execute("delete from " + table + " where " + owner + " = ? and key = ?", resource, key));
    }

    /** Removes all tags of a resource. */
    public void removeAll(Object resource) {
        handle.execute("delete from " + table + " where " + owner + " = ?", resource);
    }
}
