package io.laguna.emulator.sns;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The hosts to which messages go by HTTP: this machine's loopback, and those that its owner has named. Anybody who reaches an open
 * endpoint could otherwise make Laguna call whatever the machine reaches.
 *
 * @param named other hosts; {@code *} is every one
 */
public record WebTargets(List<String> named) {
    private static final String VARIABLE = "LAGUNA_SNS_HOSTS";

    /** Reads the hosts of a list with commas. */
    public static WebTargets read(Optional<String> list) {
        return new WebTargets(list.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList());
    }

    /** Returns the hosts that this process's environment names. */
    public static WebTargets ofEnvironment() {
        return read(Optional.ofNullable(System.getenv(VARIABLE)));
    }

    boolean allow(String url) {
        String host = Optional.ofNullable(URI.create(url).getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (named.contains("*") || named.contains(host)) {
            return true;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static String refusal(String url) {
        return "Laguna sends messages to this machine's own addresses only, and not to " + url + ". " + VARIABLE
                + " names other hosts, separated by commas";
    }
}
