package io.laguna.apps.lake;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** The arguments of one call, as its {@link Usage} read them. */
public final class Arguments {

    private final Map<String, List<String>> values;
    private final Set<String> switches;

    Arguments(Map<String, List<String>> values, Set<String> switches) {
        this.values = Map.copyOf(values);
        this.switches = Set.copyOf(switches);
    }

    /** Returns the value of a required argument. */
    public String get(String name) {
        return find(name).orElseThrow(() -> new NoSuchElementException("No argument --" + name + " was declared."));
    }

    public Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    /** Returns the values of an argument that may be repeated, in the order in which they were given. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Returns a zone's root such as {@code s3://raw}, without a trailing slash. */
    public String zone(String name) {
        return get(name).replaceFirst("/+$", "");
    }

    public boolean has(String name) {
        return switches.contains(name);
    }
}
