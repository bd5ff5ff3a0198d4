package io.laguna.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** The reader of query parameters into the SDK's types. Rules: smithy.io, "AWS query protocol". */
final class QueryReader {
    private static final String MEMBER = "member";
    private static final String ENTRY = "entry";

    private final QueryNames names;

    QueryReader() {
        this(QueryNames.OF_MODEL);
    }

    QueryReader(QueryNames names) {
        this.names = names;
    }

    void members(QueryParameters parameters, SdkPojo builder) throws MalformedRequestException {
        for (SdkField<?> field : builder.sdkFields()) {
            Optional<QueryParameters> given = parameters.child(names.read(field));
            if (given.isPresent()) {
                try {
                    field.set(builder, value(given.get(), field));
                } catch (MalformedRequestException e) {
                    throw e.within(names.read(field));
                }
            }
        }
    }

    private Object value(QueryParameters given, SdkField<?> field) throws MalformedRequestException {
        return switch (field.marshallingType().getKnownType()) {
            case SDK_POJO -> {
                SdkPojo builder = field.constructor().get();
                members(given, builder);
                yield Shape.build(builder);
            }
            case LIST -> list(given, field.getTrait(ListTrait.class));
            case MAP -> map(given, field, field.getTrait(MapTrait.class));
            default -> {
                if (given.hasChildren()) {
                    throw new MalformedRequestException("A structure stands where a single value is expected");
                }
                yield Texts.parse(field, given.value(), Format.ISO_8601);
            }
        };
    }

    /** Reads a list. A parameter without a value is an empty list. */
    private List<Object> list(QueryParameters given, ListTrait trait) throws MalformedRequestException {
        List<Object> list = new ArrayList<>();
        for (QueryParameters element : inner(
                        given, names.isFlat(trait), trait.memberFieldInfo().locationName(), MEMBER)
                .elements()) {
            try {
                list.add(value(element, trait.memberFieldInfo()));
            } catch (MalformedRequestException e) {
                throw e.within("[" + list.size() + "]");
            }
        }
        return list;
    }

    private Map<String, Object> map(QueryParameters given, SdkField<?> field, MapTrait trait)
            throws MalformedRequestException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (QueryParameters entry :
                inner(given, names.isFlat(trait), ENTRY, ENTRY).elements()) {
            String key = entry.child(names.key(field, trait))
                    .orElseThrow(() -> new MalformedRequestException("A map's entry has no key"))
                    .value();
            Optional<QueryParameters> value = entry.child(names.value(trait));
            if (value.isEmpty()) {
                throw new MalformedRequestException("The map's entry \"" + key + "\" has no value");
            }
            try {
                map.put(key, value(value.get(), trait.valueFieldInfo()));
            } catch (MalformedRequestException e) {
                throw e.within("[" + key + "]");
            }
        }
        return map;
    }

    private static QueryParameters inner(QueryParameters given, boolean isFlattened, String name, String usual)
            throws MalformedRequestException {
        if (isFlattened || !given.hasChildren()) {
            return given;
        }
        return given.child(name)
                .or(() -> given.child(usual))
                .orElseThrow(() -> new MalformedRequestException("\"" + name + "\" and a number are expected"));
    }
}
