package io.laguna.emulator.iam.entity;

import io.laguna.emulator.iam.rule.Failures;
import io.laguna.emulator.iam.rule.Listing;
import io.laguna.emulator.iam.rule.Members;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.iam.model.Tag;

/** The tags of entities. The key of a tag differs from the others' by more than its case. */
public record Tags(Handle handle) {
    private static final int MOST = 50;

    public List<Tag> of(Entity entity) {
        return new Entities(handle)
                .tags().of(entity.id()).entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList();
    }

    /** Returns a page of an entity's tags. */
    public Listing<Tag> page(Entity entity, String marker, Integer most) {
        return Listing.of(of(entity), Tag::key, marker, most);
    }

    /** Adds tags; one whose key is there but for its case takes the place of that one. */
    public void add(Entity entity, List<Tag> tags) {
        Members.distinct(tags);
        Map<String, String> there = new TreeMap<>();
        of(entity).forEach(tag -> there.put(tag.key().toLowerCase(Locale.ROOT), tag.key()));
        tags.forEach(tag -> there.put(tag.key().toLowerCase(Locale.ROOT), tag.key()));
        if (there.size() > MOST) {
            throw Failures.quota("TagsPerEntity", MOST);
        }
        Entities entities = new Entities(handle);
        of(entity).stream()
                .map(Tag::key)
                .filter(key -> !there.containsValue(key))
                .forEach(key -> entities.tags().remove(entity.id(), List.of(key)));
        entities.tags().put(entity.id(), map(tags));
    }

    /** Removes tags; a key is found whatever its case. */
    public void remove(Entity entity, List<String> keys) {
        List<String> folded =
                keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).toList();
        List<String> found = of(entity).stream()
                .map(Tag::key)
                .filter(key -> folded.contains(key.toLowerCase(Locale.ROOT)))
                .toList();
        new Entities(handle).tags().remove(entity.id(), found);
    }

    static Map<String, String> map(List<Tag> tags) {
        Members.distinct(tags);
        Map<String, String> map = new TreeMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }
}
