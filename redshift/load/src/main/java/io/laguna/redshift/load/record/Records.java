package io.laguna.redshift.load.record;

import io.laguna.redshift.load.value.Field;
import io.laguna.redshift.load.value.FieldError;
import java.io.Closeable;
import java.io.IOException;

/** The records of one file, one after the other. */
public interface Records extends Closeable {
    /**
     * Goes to the next record.
     *
     * @return whether there is one
     * @throws FieldError when the record cannot be taken apart; the next one may be tried
     */
    boolean next() throws IOException, FieldError;

    /**
     * Returns how many fields the record has, which may be more or fewer than the columns; {@link #UNNUMBERED} where
     * fields are found by their names.
     */
    int count();

    /**
     * Sets a field to the value for a column.
     *
     * @return whether there is a value; otherwise it is NULL
     */
    boolean field(int column, Field into) throws FieldError;

    /** Returns the line of the record, counted from 1. */
    long line();

    /** Returns the record as it stands in the file. */
    String raw();

    /** The count of a record whose fields have names. */
    int UNNUMBERED = -1;
}
