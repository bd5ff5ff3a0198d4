package io.laguna.glue.record;

import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A struct: names and their values, in the order in which the names came. */
public final class Struct implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, Object> values;

    public Struct() {
        this(8);
    }

    /** Makes a struct with room for so many fields. */
    public Struct(int fields) {
        values = new LinkedHashMap<>(fields * 4 / 3 + 1);
    }

    /** Returns a struct with these names and values. */
    public static Struct of(Object... namesAndValues) {
        Struct struct = new Struct(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            struct.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return struct;
    }

    /** Returns a struct of its own with the fields of this one; the values are shared. */
    public Struct copy() {
        Struct copy = new Struct(values.size() + 1);
        copy.values.putAll(values);
        return copy;
    }

    /** Returns the value of a field, which is null when the field holds null or is not there: see {@link #has}. */
    public Object get(String name) {
        return values.get(name);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Sets a field; a name that is new comes last. */
    public Struct put(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Returns the value that was removed, or null. */
    public Object remove(String name) {
        return values.remove(name);
    }

    public Set<String> names() {
        return values.keySet();
    }

    public Set<Map.Entry<String, Object>> fields() {
        return values.entrySet();
    }

    public int size() {
        return values.size();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Struct struct && Objects.equals(values, struct.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return Json.text(this);
    }
}
