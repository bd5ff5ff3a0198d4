package io.laguna.redshift.load.value;

/** The conversion of fields that are not NULL into values of one column. */
@FunctionalInterface
public interface Converter {
    /** Writes a field's value; {@link Row#nothing} for one that becomes NULL. */
    void write(Field field, Row row) throws FieldError;
}
