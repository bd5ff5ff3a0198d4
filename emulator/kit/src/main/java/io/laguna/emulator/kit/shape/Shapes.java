package io.laguna.emulator.kit.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Operations on any shape of the SDK by the SDK's own description of it, so that no field is forgotten. */
public final class Shapes {
    private Shapes() {}

    /** Returns the value of a field; empty when it was never set. */
    public static Optional<Object> value(SdkField<?> field, Object shape) {
        Object value = field.getValueOrDefault(shape);
        boolean absent = value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap;
        return absent ? Optional.empty() : Optional.ofNullable(value);
    }

    /** Sets the fields of the target that the source has under the same name: a Table's from a TableInput. */
    public static <B extends SdkBuilder<B, ?>> B copy(SdkPojo source, B target) {
        Map<String, SdkField<?>> targets = new LinkedHashMap<>();
        ((SdkPojo) target).sdkFields().forEach(field -> targets.put(field.memberName(), field));
        for (SdkField<?> field : source.sdkFields()) {
            Optional.ofNullable(targets.get(field.memberName()))
                    .filter(same -> sameType(same, field))
                    .ifPresent(same -> value(field, source).ifPresent(value -> same.set(target, value)));
        }
        return target;
    }

    /**
     * Ours, with what they changed: a field in which theirs differs from the base is theirs, any other is ours. Structures
     * and maps are merged member by member, lists of named structures (columns) by their names in the order of theirs,
     * other lists as a whole.
     */
    public static <T extends SdkPojo & ToCopyableBuilder<B, T>, B extends CopyableBuilder<B, T>> T merge(
            T base, T ours, T theirs) {
        B merged = ours.toBuilder();
        for (SdkField<?> field : ours.sdkFields()) {
            field.set(
                    merged,
                    merge(value(field, base), value(field, ours), value(field, theirs))
                            .orElse(null));
        }
        return merged.build();
    }

    private static Optional<Object> merge(Optional<Object> base, Optional<Object> ours, Optional<Object> theirs) {
        if (base.equals(theirs)) {
            return ours;
        }
        if (base.isPresent() && ours.isPresent() && theirs.isPresent()) {
            if (ours.get() instanceof ToCopyableBuilder<?, ?>) {
                return Optional.of(mergeStructures(base.get(), ours.get(), theirs.get()));
            }
            if (ours.get() instanceof Map<?, ?> map) {
                return Optional.of(merge((Map<?, ?>) base.get(), map, (Map<?, ?>) theirs.get()));
            }
            if (ours.get() instanceof List<?> list) {
                return Optional.of(merge(named((List<?>) base.get()), named(list), (List<?>) theirs.get()));
            }
        }
        return theirs;
    }

    private static Object mergeStructures(Object base, Object ours, Object theirs) {
        SdkPojo builder = (SdkPojo) ((ToCopyableBuilder<?, ?>) ours).toBuilder();
        for (SdkField<?> field : builder.sdkFields()) {
            field.set(
                    builder,
                    merge(value(field, base), value(field, ours), value(field, theirs))
                            .orElse(null));
        }
        return ((SdkBuilder<?, ?>) builder).build();
    }

    private static Map<String, Object> merge(Map<?, ?> base, Map<?, ?> ours, Map<?, ?> theirs) {
        TreeSet<String> keys = new TreeSet<>();
        List.of(base, ours, theirs).forEach(map -> map.keySet().forEach(key -> keys.add((String) key)));
        Map<String, Object> merged = new LinkedHashMap<>();
        for (String key : keys) {
            boolean changed = !Objects.equals(base.get(key), theirs.get(key));
            Optional.ofNullable(changed ? theirs.get(key) : ours.get(key)).ifPresent(value -> merged.put(key, value));
        }
        return merged;
    }

    private static List<Object> merge(Map<String, Object> base, Map<String, Object> ours, List<?> theirs) {
        List<Object> merged = new ArrayList<>();
        for (Object their : theirs) {
            Optional<String> name = name(their);
            boolean known = name.isPresent() && base.containsKey(name.get()) && ours.containsKey(name.get());
            merged.add(known ? mergeStructures(base.get(name.get()), ours.get(name.get()), their) : their);
        }
        return merged;
    }

    /** The elements of a list by their names; the first of each name. */
    private static Map<String, Object> named(List<?> list) {
        Map<String, Object> named = new HashMap<>();
        list.forEach(element -> name(element).ifPresent(name -> named.putIfAbsent(name, element)));
        return named;
    }

    /** Folded, as Hive folds the names of columns. */
    private static Optional<String> name(Object element) {
        if (!(element instanceof SdkPojo structure)) {
            return Optional.empty();
        }
        return structure.sdkFields().stream()
                .filter(field -> field.memberName().equals("Name"))
                .findFirst()
                .flatMap(field -> value(field, structure))
                .map(name -> name.toString().toLowerCase(Locale.ROOT));
    }

    private static boolean sameType(SdkField<?> one, SdkField<?> other) {
        if (!one.marshallingType().equals(other.marshallingType())) {
            return false;
        }
        return Optional.ofNullable(one.constructor()).isEmpty()
                || one.constructor()
                        .get()
                        .getClass()
                        .equals(other.constructor().get().getClass());
    }
}
