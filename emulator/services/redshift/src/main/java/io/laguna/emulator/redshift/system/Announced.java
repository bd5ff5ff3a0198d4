package io.laguna.emulator.redshift.system;

import io.laguna.redshift.wire.session.SessionSettings;
import java.util.HashMap;
import java.util.Map;

/** The settings that a cluster tells its clients at the beginning of a session. */
public final class Announced {
    private Announced() {}

    /** Returns the parameters of every Redshift, with those that need its SQL to be read. */
    public static Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>(SessionSettings.ANNOUNCED);
        // A backslash escapes in every string.
        parameters.put("standard_conforming_strings", "off");
        // Drivers ask for metadata by SHOW.
        parameters.put("show_discovery", "4");
        return Map.copyOf(parameters);
    }
}
