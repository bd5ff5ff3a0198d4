package io.laguna.emulator.edge.guard;

import java.util.Locale;
import java.util.regex.Pattern;

/** The header {@code Host}. */
public final class HostHeader {
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private HostHeader() {}

    /** Returns the host's name in lower case, without the port: {@code localhost}, {@code [::1]}. */
    public static String name(String header) {
        return PORT.matcher(header).replaceFirst("").toLowerCase(Locale.ROOT);
    }
}
