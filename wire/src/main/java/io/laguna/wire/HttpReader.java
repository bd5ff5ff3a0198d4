package io.laguna.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * The reader of members of REST requests that are in the path, the query string and headers. Rules: smithy.io, "HTTP
 * bindings".
 */
final class HttpReader {
    private static final String EXTENSION = "x-";

    private final WireRequest request;
    private final Map<String, String> labels;
    private final Map<String, List<String>> query = new LinkedHashMap<>();

    HttpReader(Operation operation, WireRequest request) {
        this.request = request;
        this.labels = operation.uri().match(request).orElse(Map.of());
        for (FormDecoder.Pair pair : FormDecoder.pairs(request.rawQuery())) {
            query.computeIfAbsent(pair.name(), unused -> new ArrayList<>()).add(pair.value());
        }
    }

    void members(SdkPojo builder) throws MalformedRequestException {
        for (SdkField<?> field : builder.sdkFields()) {
            if (field.location() == MarshallLocation.PAYLOAD || field.location() == MarshallLocation.STATUS_CODE) {
                continue;
            }
            try {
                if (field.marshallingType().getKnownType() == MarshallingKnownType.MAP) {
                    Map<String, Object> map = map(field, builder);
                    if (!map.isEmpty()) {
                        field.set(builder, map);
                    }
                    continue;
                }
                List<String> texts = texts(field);
                if (!texts.isEmpty() && isHttpDate(field)) {
                    date(field, texts.get(0), builder);
                } else if (!texts.isEmpty()) {
                    field.set(builder, value(field, texts));
                }
            } catch (MalformedRequestException e) {
                throw e.within(field.memberName());
            }
        }
    }

    /** Tells whether a member is a date in a header of HTTP's own, and not of AWS's. */
    private static boolean isHttpDate(SdkField<?> field) {
        return field.location() == MarshallLocation.HEADER
                && field.marshallingType().getKnownType() == MarshallingKnownType.INSTANT
                && Timestamps.formatOf(field, Format.ISO_8601) == Format.RFC_822
                && !field.locationName().toLowerCase(Locale.ROOT).startsWith(EXTENSION);
    }

    /**
     * Reads a date of HTTP's. One that is unreadable is as good as none: RFC 9110, 13.1.3, and RFC 9111, 5.3. A text that is not
     * what the date is printed as stays with the request as the header that it is, which is also how a client of the SDK sends
     * such a text.
     */
    private static void date(SdkField<?> field, String text, SdkPojo builder) {
        Optional<Instant> date = Timestamps.httpDate(text);
        date.ifPresent(each -> field.set(builder, each));
        boolean plain = date.map(each -> Timestamps.print(each, Format.RFC_822))
                .filter(text::equals)
                .isPresent();
        if (!plain && builder instanceof AwsRequest.Builder request) {
            AwsRequestOverrideConfiguration.Builder kept = Optional.ofNullable(request.overrideConfiguration())
                    .map(AwsRequestOverrideConfiguration::toBuilder)
                    .orElseGet(AwsRequestOverrideConfiguration::builder);
            request.overrideConfiguration(
                    kept.putHeader(field.locationName(), text).build());
        }
    }

    private List<String> texts(SdkField<?> field) {
        String name = field.locationName();
        return switch (field.location()) {
            case PATH, GREEDY_PATH -> labels.containsKey(name) ? List.of(labels.get(name)) : List.of();
            case QUERY_PARAM -> query.getOrDefault(name, List.of());
            case HEADER -> request.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            case PAYLOAD, STATUS_CODE -> List.of();
        };
    }

    private static Object value(SdkField<?> field, List<String> texts) throws MalformedRequestException {
        if (field.marshallingType().getKnownType() != MarshallingKnownType.LIST) {
            return Texts.parse(field, texts.get(0), Format.ISO_8601);
        }
        SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
        List<Object> list = new ArrayList<>();
        List<String> elements = field.location() == MarshallLocation.HEADER
                ? HeaderList.split(texts, HeaderList.areHttpDates(member))
                : texts;
        for (String element : elements) {
            list.add(Texts.parse(member, element, Format.ISO_8601));
        }
        return list;
    }

    /**
     * Reads a map, which takes the headers that start with its name, or the query parameters that are no other
     * member's.
     */
    private Map<String, Object> map(SdkField<?> field, SdkPojo builder) throws MalformedRequestException {
        SdkField<?> valueField = field.getTrait(MapTrait.class).valueFieldInfo();
        Map<String, List<String>> given =
                field.location() == MarshallLocation.HEADER ? prefixed(field.locationName()) : unclaimed(builder);
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry : given.entrySet()) {
            map.put(entry.getKey(), value(valueField, entry.getValue()));
        }
        return map;
    }

    private Map<String, List<String>> prefixed(String name) {
        String prefix = name.toLowerCase(Locale.ROOT);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.headers().forEach((header, values) -> {
            if (header.startsWith(prefix)) {
                headers.put(header.substring(prefix.length()), values);
            }
        });
        return headers;
    }

    private Map<String, List<String>> unclaimed(SdkPojo builder) {
        Map<String, List<String>> rest = new LinkedHashMap<>(query);
        for (SdkField<?> field : builder.sdkFields()) {
            if (field.location() == MarshallLocation.QUERY_PARAM) {
                rest.remove(field.locationName());
            }
        }
        return rest;
    }
}
