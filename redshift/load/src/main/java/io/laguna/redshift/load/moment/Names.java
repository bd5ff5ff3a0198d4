package io.laguna.redshift.load.moment;

import java.util.List;
import java.util.Locale;

/** Names of months and days. */
final class Names {
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final int SHORT = 3;

    private Names() {}

    /** Returns a month's number by its name or the first three letters, or 0. */
    static int month(String name) {
        return index(MONTHS, name) + 1;
    }

    static boolean isDay(String name) {
        return index(DAYS, name) >= 0;
    }

    private static int index(List<String> names, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < names.size(); i++) {
            String full = names.get(i);
            boolean isShort = lower.length() >= SHORT && lower.length() <= SHORT + 1 && full.startsWith(lower);
            if (full.equals(lower) || isShort) {
                return i;
            }
        }
        return -1;
    }
}
