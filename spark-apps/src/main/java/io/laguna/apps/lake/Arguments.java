package io.laguna.apps.lake;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** The arguments of one call, as its {@link Usage} read them. */
public final class Arguments {

    private final Map<String, String> values;
    private final Set<String> switches;

    Arguments(Map<String, String> values, Set<String> switches) {
        this.values = Map.copyOf(values);
        this.switches = Set.copyOf(switches);
    }

    /** The value of a required argument. */
    public String get(String name) {
        return find(name).orElseThrow(() -> new NoSuchElementException("No argument --" + name + " was declared."));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A zone's root such as {@code s3://raw}, without a trailing slash. */
    public String zone(String name) {
        return get(name).replaceFirst("/+$", "");
    }

    public boolean has(String name) {
        return switches.contains(name);
    }
}
