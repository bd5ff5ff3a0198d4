package io.laguna.emulator.athena.tag;

import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.kit.state.TagTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.athena.model.Tag;

/** The tags of Athena's resources in the state, by their ARNs. */
public final class TagRecords {
    /** The most tags of a resource: https://docs.aws.amazon.com/athena/latest/ug/tags.html */
    private static final int MOST = 50;

    private final TagTable table;

    public TagRecords(Handle handle) {
        this.table = new TagTable(handle, "athena_tag", "resource");
    }

    /** Returns the tags of a resource, in the order of their keys. */
    public List<Tag> of(String arn) {
        return table.of(arn).entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    /** Adds tags to a resource; those of the same key are replaced. */
    public void put(String arn, List<Tag> tags) {
        Map<String, String> added = new HashMap<>();
        tags.forEach(tag -> added.put(tag.key(), Objects.requireNonNullElse(tag.value(), "")));
        table.put(arn, added);
        if (of(arn).size() > MOST) {
            throw Failures.invalid("A resource can have " + MOST + " tags: " + arn);
        }
    }

    public void remove(String arn, List<String> keys) {
        table.remove(arn, keys);
    }

    public void removeAll(String arn) {
        table.removeAll(arn);
    }
}
