package io.laguna.emulator.redshift.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.redshift.model.Tag;

/** Tags as lists, which the API has, and as maps, which the state has. */
public final class TagLists {
    private TagLists() {}

    public static List<Tag> of(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    public static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value() == null ? "" : tag.value()));
        return map;
    }

    /** Tells whether tags have one of the keys and one of the values that a request asks for, where it asks. */
    public static boolean match(List<Tag> tags, List<String> keys, List<String> values) {
        boolean byKey = keys.isEmpty() || tags.stream().anyMatch(tag -> keys.contains(tag.key()));
        boolean byValue = values.isEmpty() || tags.stream().anyMatch(tag -> values.contains(tag.value()));
        return byKey && byValue;
    }
}
