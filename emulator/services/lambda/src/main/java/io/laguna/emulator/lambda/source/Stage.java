package io.laguna.emulator.lambda.source;

import java.util.Locale;

/** The state of an event source mapping. States that end with "ing" pass by themselves. */
enum Stage {
    CREATING,
    ENABLING,
    ENABLED,
    DISABLING,
    DISABLED,
    UPDATING,
    DELETING;

    /** Returns the name that AWS gives it: {@code Enabled}. */
    String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    static Stage of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Tells whether it stays until somebody changes the mapping. */
    boolean isLasting() {
        return this == ENABLED || this == DISABLED;
    }
}
