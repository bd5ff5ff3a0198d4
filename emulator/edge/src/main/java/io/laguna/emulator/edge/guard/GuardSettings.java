package io.laguna.emulator.edge.guard;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The exceptions from the guard's rules that the owner of the lake makes.
 *
 * @param hosts names by which the endpoint may be called, beside its own: {@code LAGUNA_ENDPOINT_HOSTS}
 * @param origins origins whose web pages may call it: {@code LAGUNA_ORIGINS}
 */
public record GuardSettings(Set<String> hosts, Set<String> origins) {
    /** The settings without exceptions. */
    public static final GuardSettings STRICT = new GuardSettings(Set.of(), Set.of());

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

    /**
     * Takes the settings as somebody wrote them.
     *
     * @throws IllegalArgumentException where one is no name or no origin
     */
    public GuardSettings {
        hosts = hosts.stream().map(GuardSettings::name).collect(Collectors.toUnmodifiableSet());
        origins = origins.stream().map(origin -> Origin.parse(origin).text()).collect(Collectors.toUnmodifiableSet());
    }

    /** Reads lists in which there may be blanks. */
    public static GuardSettings of(List<String> hosts, List<String> origins) {
        return new GuardSettings(written(hosts), written(origins));
    }

    private static Set<String> written(List<String> settings) {
        return settings.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(String setting) {
        String name = setting.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "LAGUNA_ENDPOINT_HOSTS has \"" + setting.strip()
                            + "\", which is no name of a host. One looks like lake.example, without http:// and without a port.");
        }
        return name;
    }
}
