package io.laguna.redshift.load.moment;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Time zones as texts name them. */
final class Zones {
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("UT", 0),
            Map.entry("WET", 0),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("JST", 9),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7));

    private Zones() {}

    static Optional<ZoneId> named(String name) {
        Integer hours = HOURS.get(name.toUpperCase(Locale.ROOT));
        if (hours != null) {
            return Optional.of(ZoneOffset.ofHours(hours));
        }
        if (name.indexOf('/') < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the offset in {@code +8}, {@code -08}, {@code +0530} or {@code +05:30}. */
    static ZoneId offset(String text) throws Unreadable {
        String digits = text.substring(1).replace(":", "");
        if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Unreadable(text);
        }
        String padded = digits.length() % 2 == 0 ? digits : "0" + digits;
        int seconds = 0;
        for (int i = 0; i < 6; i += 2) {
            seconds = seconds * 60 + (i < padded.length() ? Integer.parseInt(padded.substring(i, i + 2)) : 0);
        }
        try {
            return ZoneOffset.ofTotalSeconds(text.charAt(0) == '-' ? -seconds : seconds);
        } catch (DateTimeException e) {
            throw new Unreadable(text);
        }
    }

    /** Returns the zone that a text is, by name or offset. */
    static ZoneId any(String text) throws Unreadable {
        if (text.startsWith("+") || text.startsWith("-")) {
            return offset(text);
        }
        return named(text).orElseThrow(() -> new Unreadable(text));
    }
}
