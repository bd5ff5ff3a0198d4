package io.laguna.wire;

import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * The names that members have in a query protocol. A service that still speaks the protocol has them in the SDK's description.
 * One that has moved to JSON has not: there the former names follow a rule. Lists and maps are flat; a list of structures is
 * called as its structure, any other by one element's name; a map's entries are {@code Name} and {@code Value}, those of tags
 * {@code Key} and {@code Value}.
 */
enum QueryNames {
    OF_MODEL,
    FORMER;

    /** The former names that are no singulars. */
    private static final Map<String, String> OTHERS = Map.of("Actions", "ActionName");

    private static final String TAGS = "Tags";

    /** Returns the name by which a request gives a member. */
    String read(SdkField<?> field) {
        return this == OF_MODEL ? field.locationName() : former(field);
    }

    /** Returns the name by which an answer gives a member. */
    String written(SdkField<?> field) {
        return this == OF_MODEL ? field.unmarshallLocationName() : former(field);
    }

    boolean isFlat(ListTrait trait) {
        return this == FORMER || trait.isFlattened();
    }

    boolean isFlat(MapTrait trait) {
        return this == FORMER || trait.isFlattened();
    }

    String key(SdkField<?> map, MapTrait trait) {
        if (this == OF_MODEL) {
            return trait.keyLocationName();
        }
        return capital(map.memberName()).equals(TAGS) ? "Key" : "Name";
    }

    String value(MapTrait trait) {
        return this == OF_MODEL ? trait.valueLocationName() : "Value";
    }

    private static String former(SdkField<?> field) {
        String name = capital(field.locationName());
        if (field.marshallingType() == MarshallingType.LIST) {
            SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
            if (element.marshallingType() == MarshallingType.SDK_POJO) {
                return element.constructor()
                        .get()
                        .getClass()
                        .getEnclosingClass()
                        .getSimpleName();
            }
        } else if (field.marshallingType() != MarshallingType.MAP) {
            return name;
        }
        return OTHERS.getOrDefault(name, name.replaceFirst("s$", ""));
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
