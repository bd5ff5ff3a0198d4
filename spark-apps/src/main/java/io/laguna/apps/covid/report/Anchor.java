package io.laguna.apps.covid.report;

import java.util.Locale;

/** Which end of a text its x coordinate names. */
enum Anchor {
    START,
    MIDDLE,
    END;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
