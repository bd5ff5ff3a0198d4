package io.laguna.apps.covid.report.chart;

import java.util.Locale;

/** The end of a text that its x coordinate names. */
public enum Anchor {
    START,
    MIDDLE,
    END;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
