package io.laguna.emulator.cli;

import java.util.Locale;

/** The choice whether the endpoint verifies signatures. */
enum AuthenticationMode {
    OPEN,
    KEYS;

    /** Returns the mode as it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
