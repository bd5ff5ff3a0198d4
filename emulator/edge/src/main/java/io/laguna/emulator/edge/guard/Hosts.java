package io.laguna.emulator.edge.guard;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names by which the endpoint may be called. The owner of any other name could let the name lead here (DNS
 * rebinding). Then a page of that name would be of the endpoint's own origin, as its browser sees it.
 *
 * @param own names that are ours with all that is below them: {@code localhost}
 * @param others names that are allowed as they are
 */
record Hosts(Set<String> own, Set<String> others) {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-f:.]+\\]");

    /**
     * The names of this machine that containers of Docker and Testcontainers use. Nobody can own a name below
     * {@code internal}.
     */
    private static final Set<String> OF_CONTAINERS = Set.of("host.docker.internal", "host.testcontainers.internal");

    /**
     * The labels in front of a name by which an API or a function is called: {@code id.execute-api.us-east-1},
     * {@code id.lambda-url.us-east-1}.
     */
    private static final Pattern API = Pattern.compile(
            "(?:[a-z0-9]{10}\\.execute-api|[a-z0-9]{32}\\.lambda-url)\\.(?:[a-z]{2}(?:-[a-z]+)+-\\d\\.)?(.+)");

    private static final List<String> OF_AWS = List.of("amazonaws.com", "amazonaws.com.cn", "on.aws");

    Hosts {
        own = Set.copyOf(own);
        others = Set.copyOf(others);
    }

    /**
     * Tells whether the endpoint may be called by this name.
     *
     * @param header the header {@code Host}, with or without a port
     */
    boolean admit(String header) {
        String name = HostHeader.name(header);
        Matcher api = API.matcher(name);
        return isKnown(name) || (api.matches() && isKnown(api.group(1)));
    }

    private boolean isKnown(String name) {
        return ADDRESS.matcher(name).matches()
                || others.contains(name)
                || OF_CONTAINERS.contains(name)
                || own.stream().anyMatch(own -> name.equals(own) || isBelow(name, own))
                || OF_AWS.stream().anyMatch(aws -> isBelow(name, aws));
    }

    private static boolean isBelow(String name, String parent) {
        return name.endsWith("." + parent) && name.length() > parent.length() + 1;
    }
}
