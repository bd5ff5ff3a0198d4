package io.laguna.glue.record;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;

/** A record of a frame: its fields, or the error that came of reading or changing it. */
public final class DynamicRecord implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Struct fields;
    private final ErrorDetail error;

    private DynamicRecord(Struct fields, ErrorDetail error) {
        this.fields = fields;
        this.error = error;
    }

    public static DynamicRecord of(Struct fields) {
        return new DynamicRecord(fields, null);
    }

    public static DynamicRecord failed(ErrorDetail error) {
        return new DynamicRecord(new Struct(), error);
    }

    /** Returns the fields, none when the record is an error. */
    public Struct fields() {
        return fields;
    }

    public Optional<ErrorDetail> error() {
        return Optional.ofNullable(error);
    }

    public boolean isError() {
        return error != null;
    }

    @Override
    public String toString() {
        return isError() ? Json.text(error.toStruct()) : fields.toString();
    }
}
