package io.laguna.redshift.wire.message;

import java.util.Map;

/** A failure that a client is told, with its SQLSTATE. */
public final class SqlFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ErrorFields fields;

    /**
     * Creates a failure of a statement.
     *
     * @param state five characters: {@code 42601}
     */
    public SqlFailure(String state, String message) {
        this(ErrorFields.of(ErrorFields.ERROR, state, message));
    }

    public SqlFailure(ErrorFields fields) {
        super(fields.message());
        this.fields = fields;
    }

    /** Returns this failure with one field more, by its letter in the protocol: {@code D} detail, {@code H} hint. */
    public SqlFailure with(char field, String value) {
        return new SqlFailure(fields.with(Map.of(field, value)));
    }

    /** Returns this failure at a place in the client's text, counted in characters from 1. */
    public SqlFailure at(int place) {
        return with(ErrorFields.POSITION, Integer.toString(place));
    }

    public ErrorFields fields() {
        return fields;
    }

    public String state() {
        return fields.state();
    }
}
