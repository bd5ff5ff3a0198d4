package io.laguna.emulator.athena.tag;

import io.laguna.emulator.athena.request.Failures;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import software.amazon.awssdk.services.athena.model.Tag;

/** The tags in the state, by the ARN of their resource. */
public final class TagRecords {
    /** The most tags of a resource: https://docs.aws.amazon.com/athena/latest/ug/tags.html */
    private static final int MOST = 50;

    private final Handle handle;

    public TagRecords(Handle handle) {
        this.handle = handle;
    }

    /** Returns the tags of a resource, ordered by their keys. */
    public List<Tag> of(String arn) {
        return handle.select("select key, value from athena_tag where resource = ? order by key collate \"C\"", arn)
                .map((row, context) -> Tag.builder()
                        .key(row.getString("key"))
                        .value(row.getString("value"))
                        .build())
                .list();
    }

    /** Adds tags; tags with the same key are replaced. */
    public void put(String arn, List<Tag> tags) {
        if (tags.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into athena_tag (resource, key, value) values (?, ?, ?)"
                + " on conflict (resource, key) do update set value = excluded.value");
        tags.forEach(tag -> batch.add(arn, tag.key(), tag.value() == null ? "" : tag.value()));
        batch.execute();
        if (of(arn).size() > MOST) {
            throw Failures.invalid("A resource can have " + MOST + " tags: " + arn);
        }
    }

    public void remove(String arn, List<String> keys) {
        keys.forEach(key -> handle.execute("delete from athena_tag where resource = ? and key = ?", arn, key));
    }

    public void removeAll(String arn) {
        handle.execute("delete from athena_tag where resource = ?", arn);
    }
}
