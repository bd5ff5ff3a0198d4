package io.laguna.emulator.testkit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** A service's operations on tags, whatever they and their members are called. */
record TagCalls(DirectCalls service, Map<String, String> known) {
    /** Returns the request that adds tags to a resource. */
    SdkPojo add(String resource, Map<String, String> tags) {
        return request(
                List.of("TagResource", "TagQueue", "AddTags", "AddTagsToResource", "CreateTags"),
                resource,
                Optional.of(tags));
    }

    /** Returns the request that removes tags from a resource. */
    SdkPojo remove(String resource, Collection<String> keys) {
        return request(
                List.of("UntagResource", "UntagQueue", "RemoveTags", "RemoveTagsFromResource", "DeleteTags"),
                resource,
                Optional.of(keys));
    }

    /** Returns the request that reads the tags of a resource; empty where a service shows them with the resource. */
    Optional<SdkPojo> read(String resource) {
        List<String> names = List.of("ListTagsForResource", "ListQueueTags", "GetTags");
        return operation(names).map(operation -> request(names, resource, Optional.empty()));
    }

    /** Returns the tags in an answer. */
    static Map<String, String> tags(SdkPojo answer) {
        Map<String, String> tags = new TreeMap<>();
        for (SdkField<?> field : answer.sdkFields()) {
            Object value = field.getValueOrDefault(answer);
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, text) -> tags.put((String) key, (String) text));
            } else if (value instanceof List<?> list) {
                list.forEach(tag -> {
                    Map<String, String> texts = new TypedRequest((SdkPojo) tag).texts();
                    tags.put(
                            texts.getOrDefault("Key", texts.get("key")),
                            texts.getOrDefault("Value", texts.get("value")));
                });
            }
        }
        return tags;
    }

    private Optional<SampleRequest> operation(List<String> names) {
        return service.supported().stream()
                .filter(each -> names.contains(each.operation().name()))
                .findFirst();
    }

    /** The resource is the request's first text that is not known beside it, its one collection the tags or their keys. */
    private SdkPojo request(List<String> names, String resource, Optional<Object> tags) {
        SampleRequest operation = operation(names).orElseThrow(() -> new AssertionError("There is none of " + names));
        String member = operation.texts().stream()
                .filter(name -> !known.containsKey(name))
                .filter(name -> name.toLowerCase(Locale.ROOT).matches("resource.*|secretid|queueurl"))
                .findFirst()
                .orElseThrow();
        Map<String, String> texts = new HashMap<>(known);
        texts.put(member, resource);
        SdkPojo request = operation.with(texts);
        return tags.map(given -> with(request, given)).orElse(request);
    }

    private static SdkPojo with(SdkPojo request, Object tags) {
        for (SdkField<?> field : request.sdkFields()) {
            if (field.marshallingType().equals(MarshallingType.MAP)) {
                return new TypedRequest(request).with(field.memberName(), Optional.of(tags));
            }
            if (field.marshallingType().equals(MarshallingType.LIST)) {
                Object list = tags instanceof Map<?, ?> map
                        ? map.entrySet().stream().map(tag -> tag(field, tag)).toList()
                        : tags;
                return new TypedRequest(request).with(field.memberName(), Optional.of(list));
            }
        }
        throw new AssertionError(request + " has no member for tags");
    }

    private static SdkPojo tag(SdkField<?> list, Map.Entry<?, ?> tag) {
        SdkPojo builder = (SdkPojo)
                list.getTrait(ListTrait.class).memberFieldInfo().constructor().get();
        for (SdkField<?> field : builder.sdkFields()) {
            field.set(builder, field.memberName().equalsIgnoreCase("Key") ? tag.getKey() : tag.getValue());
        }
        return (SdkPojo) ((SdkBuilder<?, ?>) builder).build();
    }
}
