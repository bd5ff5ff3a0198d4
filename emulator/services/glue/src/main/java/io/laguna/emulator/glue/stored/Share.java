package io.laguna.emulator.glue.stored;

/**
 * A share of names, one of several equal ones. A name is always in the same share.
 *
 * @param number counts from 0
 * @param of how many shares there are
 */
public record Share(int number, int of) {
    /** The share with all names. */
    public static final Share ALL = new Share(0, 1);
}
