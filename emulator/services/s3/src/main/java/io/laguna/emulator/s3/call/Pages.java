package io.laguna.emulator.s3.call;

import java.util.Optional;

/** Sizes of pages. */
public final class Pages {
    static final int MOST = 1000;

    private Pages() {}

    /** Returns how many entries a page may hold: as many as asked, and never more than {@link #MOST}. */
    public static int size(String argument, Optional<Integer> asked) {
        int size = asked.orElse(MOST);
        if (size < 0) {
            throw Arguments.invalid(
                    argument,
                    Integer.toString(size),
                    "Argument " + camel(argument) + " must be an integer between 0 and 2147483647");
        }
        return Math.min(size, MOST);
    }

    /** S3 calls {@code max-keys} maxKeys in its message. */
    private static String camel(String argument) {
        int dash = argument.indexOf('-');
        return dash < 0
                ? argument
                : argument.substring(0, dash)
                        + Character.toUpperCase(argument.charAt(dash + 1))
                        + argument.substring(dash + 2);
    }
}
