package io.laguna.redshift.wire.order;

/**
 * A column of an answer.
 *
 * @param type the object id of the type, as Redshift's drivers know it
 * @param size the bytes of a value, or -1 where they vary
 * @param modifier the type's modifier, as for {@code varchar(n)} n + 4, or -1
 */
public record Column(String name, int type, int size, int modifier) {
    private static final int VARCHAR = 1043;
    private static final int BIGINT = 20;
    private static final int INTEGER = 23;
    private static final int BOOLEAN = 16;
    private static final int LENGTH_OF_MODIFIER = 4;

    /** Returns a column of {@code varchar(length)}. */
    public static Column varchar(String name, int length) {
        return new Column(name, VARCHAR, -1, length + LENGTH_OF_MODIFIER);
    }

    public static Column bigint(String name) {
        return new Column(name, BIGINT, 8, -1);
    }

    public static Column integer(String name) {
        return new Column(name, INTEGER, 4, -1);
    }

    public static Column bool(String name) {
        return new Column(name, BOOLEAN, 1, -1);
    }
}
