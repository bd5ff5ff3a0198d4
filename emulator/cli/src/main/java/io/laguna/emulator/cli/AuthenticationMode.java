package io.laguna.emulator.cli;

import java.util.Locale;

/** Whether the endpoint verifies signatures. */
enum AuthenticationMode {
    OPEN,
    KEYS;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
