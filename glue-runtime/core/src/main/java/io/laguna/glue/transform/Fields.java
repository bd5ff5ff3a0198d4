package io.laguna.glue.transform;

import io.laguna.glue.record.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The fields of records by their paths. Records are shared between frames, so what changes is a copy. */
final class Fields {
    /** Stands for a field that is not there, which is another thing than a field that holds null. */
    static final Object ABSENT = new Object();

    private Fields() {}

    /** Returns the value at the end of a path that leads through structs, or {@link #ABSENT}. */
    static Object get(Struct struct, FieldPath path, boolean caseSensitive) {
        Object value = struct;
        for (String step : path.steps()) {
            if (value == null) {
                return null;
            }
            if (!(value instanceof Struct fields)) {
                return ABSENT;
            }
            String name = name(fields, step, caseSensitive);
            if (!fields.has(name)) {
                return ABSENT;
            }
            value = fields.get(name);
        }
        return value;
    }

    private static String name(Struct fields, String step, boolean caseSensitive) {
        if (!caseSensitive && !fields.has(step)) {
            for (String name : fields.names()) {
                if (name.equalsIgnoreCase(step)) {
                    return name;
                }
            }
        }
        return step;
    }

    /** Sets the value at the end of a path, making the structs on the way. The struct is the caller's own. */
    static void put(Struct struct, FieldPath path, Object value) {
        Struct target = struct;
        List<String> steps = path.steps();
        for (String step : steps.subList(0, steps.size() - 1)) {
            if (!(target.get(step) instanceof Struct)) {
                target.put(step, new Struct());
            }
            target = (Struct) target.get(step);
        }
        target.put(steps.get(steps.size() - 1), value);
    }

    /**
     * Returns the record with the values at the end of a path changed, those in the elements of arrays too. Where the
     * change is {@link #ABSENT} the field goes, and with its last field a struct.
     */
    static Struct update(Struct struct, FieldPath path, UnaryOperator<Object> change) {
        return update(struct, path.steps(), change) instanceof Struct updated ? updated : new Struct();
    }

    private static Object update(Object value, List<String> steps, UnaryOperator<Object> change) {
        if (steps.isEmpty()) {
            return change.apply(value);
        }
        if (value instanceof List<?> list) {
            return updateElements(
                    list, steps.get(0).equals(FieldPath.ELEMENTS) ? steps.subList(1, steps.size()) : steps, change);
        }
        String name = steps.get(0);
        if (!(value instanceof Struct fields) || !fields.has(name)) {
            return value;
        }
        Object updated = update(fields.get(name), steps.subList(1, steps.size()), change);
        Struct copy = fields.copy();
        if (updated == ABSENT) {
            copy.remove(name);
        } else {
            copy.put(name, updated);
        }
        return copy.isEmpty() ? ABSENT : copy;
    }

    private static Object updateElements(List<?> list, List<String> steps, UnaryOperator<Object> change) {
        List<Object> elements = new ArrayList<>(list.size());
        for (Object element : list) {
            Object updated = update(element, steps, change);
            if (updated != ABSENT) {
                elements.add(updated);
            }
        }
        return elements.isEmpty() && !list.isEmpty() ? ABSENT : elements;
    }

    /** Returns a struct of its own, and so are the structs in it: one that {@link #put} may change. */
    static Struct deepCopy(Struct struct) {
        Struct copy = new Struct(struct.size() + 1);
        struct.fields()
                .forEach(field -> copy.put(
                        field.getKey(), field.getValue() instanceof Struct inner ? deepCopy(inner) : field.getValue()));
        return copy;
    }

    static Struct drop(Struct struct, FieldPath path) {
        return update(struct, path, value -> ABSENT);
    }
}
