package io.laguna.redshift.load.parquet;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;

/** A record that nobody puts together, since its columns are read one by one. */
final class NoRecord extends GroupConverter {
    private static final PrimitiveConverter VALUE = new PrimitiveConverter() {};

    private final GroupType type;

    NoRecord(GroupType type) {
        this.type = type;
    }

    @Override
    public Converter getConverter(int field) {
        return type.getType(field).isPrimitive()
                ? VALUE
                : new NoRecord(type.getType(field).asGroupType());
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
}
