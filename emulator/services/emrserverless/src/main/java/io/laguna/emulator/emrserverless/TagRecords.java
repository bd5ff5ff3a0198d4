package io.laguna.emulator.emrserverless;

import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Tags in the state, by the ARN of what has them. */
final class TagRecords {
    private final Handle handle;

    public TagRecords(Handle handle) {
        this.handle = handle;
    }

    public Map<String, String> of(String arn) {
        Map<String, String> tags = new TreeMap<>();
        handle.select("select key, value from serverless_tag where resource = ?", arn)
                .map((row, context) -> Map.entry(row.getString("key"), row.getString("value")))
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        return tags;
    }

    public void put(String arn, Map<String, String> tags) {
        if (tags.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into serverless_tag (resource, key, value) values (?, ?, ?)"
                + " on conflict (resource, key) do update set value = excluded.value");
        tags.forEach((key, value) -> batch.add(arn, key, value));
        batch.execute();
    }

    public void remove(String arn, Iterable<String> keys) {
        keys.forEach(key -> handle.execute("delete from serverless_tag where resource = ? and key = ?", arn, key));
    }
}
