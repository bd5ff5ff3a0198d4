package io.laguna.emulator.glue.stored;

/**
 * One of several equal shares of names. A name is always in the same one.
 *
 * @param number counts from 0
 * @param of how many shares there are
 */
public record Share(int number, int of) {
    /** All names. */
    public static final Share ALL = new Share(0, 1);
}
