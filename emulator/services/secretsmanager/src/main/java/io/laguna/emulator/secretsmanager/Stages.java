package io.laguna.emulator.secretsmanager;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The stages of a secret, each of which is at one version. Whenever AWSCURRENT goes to another version, AWSPREVIOUS goes to
 * the one that it has left; an AWSPENDING that this one still has is then over.
 *
 * @param versions by their stages
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html#term_version">Versions</a>
 */
record Stages(Map<String, String> versions) {
    static final String CURRENT = "AWSCURRENT";
    private static final String PREVIOUS = "AWSPREVIOUS";
    private static final String PENDING = "AWSPENDING";

    Stages(Map<String, String> versions) {
        this.versions = Map.copyOf(versions);
    }

    Optional<String> version(String stage) {
        return Optional.ofNullable(versions.get(stage));
    }

    /** Returns the stages of a version, in the order of their names. */
    List<String> of(String version) {
        return byVersion().getOrDefault(version, List.of());
    }

    /** Returns the stages of all versions that have some. */
    Map<String, List<String>> byVersion() {
        Map<String, List<String>> all = new TreeMap<>();
        new TreeMap<>(versions).forEach((stage, version) -> all.computeIfAbsent(version, id -> new ArrayList<>())
                .add(stage));
        return all;
    }

    /** Returns the stages after some of them have gone to a version, from wherever they were. */
    Stages with(String version, Collection<String> stages) {
        Map<String, String> moved = new HashMap<>(versions);
        Optional<String> left = version(CURRENT).filter(current -> !current.equals(version));
        if (stages.contains(CURRENT) && left.isPresent()) {
            moved.remove(PREVIOUS, version);
            moved.remove(PENDING, left.get());
            moved.put(PREVIOUS, left.get());
        }
        stages.forEach(stage -> moved.put(stage, version));
        return new Stages(moved);
    }

    /** Returns the stages after one was taken away. */
    Stages without(String stage) {
        Map<String, String> left = new HashMap<>(versions);
        left.remove(stage);
        return new Stages(left);
    }
}
