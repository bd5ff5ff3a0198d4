package io.laguna.emulator.glue.stored;

/**
 * The names from a first one on, in the order of their bytes.
 *
 * @param first the least name
 * @param end the text behind the last name
 */
public record NameRange(String first, String end) {
    /** A text behind all names: no character comes after this one. */
    private static final String HIGHEST = Character.toString(Character.MAX_CODE_POINT);

    /** The range of all names. */
    public static final NameRange ALL = new NameRange("", HIGHEST);

    /** Returns the names that begin with a text. */
    public static NameRange of(String beginning) {
        return beginning.isEmpty() ? ALL : new NameRange(beginning, beginning + HIGHEST);
    }
}
