package io.laguna.redshift.load.moment;

/** The refusal of a date or a time. It has no stack, since a load may have many. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String reason) {
        super(reason, null, false, false);
    }
}
