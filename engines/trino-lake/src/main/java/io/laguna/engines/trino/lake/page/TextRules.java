package io.laguna.engines.trino.lake.page;

import io.trino.spi.type.ArrayType;
import io.trino.spi.type.BooleanType;
import io.trino.spi.type.CharType;
import io.trino.spi.type.MapType;
import io.trino.spi.type.RowType;
import io.trino.spi.type.Type;
import io.trino.spi.type.TypeOperators;
import io.trino.spi.type.VarbinaryType;
import io.trino.spi.type.VarcharType;

/** The SerDes whose values are read as texts. */
enum TextRules {
    /**
     * Values are those of {@code org.openx.data.jsonserde.JsonSerDe}. Whatever is not true is false, so no text is bad for a boolean.
     *
     * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/openx-json-serde.html">OpenX JSON SerDe</a>
     */
    OPENX {
        @Override
        boolean isRead(Type type) {
            return type instanceof VarcharType
                    || type instanceof CharType
                    || type instanceof VarbinaryType
                    || type instanceof BooleanType;
        }
    },

    /**
     * Values are those of {@code OpenCSVSerde}: dates are days since 1970, timestamps are milliseconds.
     *
     * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/csv-serde.html">Open CSV SerDe for processing CSV</a>
     */
    CSV {
        @Override
        boolean isRead(Type type) {
            return type.equals(VarcharType.VARCHAR);
        }
    };

    private static final TypeOperators OPERATORS = new TypeOperators();

    /** Tells whether Trino's reader gives values of a type as Athena does. */
    abstract boolean isRead(Type type);

    /** Returns the type as which values are read first. */
    Type textOf(Type type) {
        if (type instanceof ArrayType array) {
            return new ArrayType(textOf(array.getElementType()));
        }
        if (type instanceof MapType map) {
            return new MapType(textOf(map.getKeyType()), textOf(map.getValueType()), OPERATORS);
        }
        if (type instanceof RowType row) {
            return RowType.from(row.getFields().stream()
                    .map(field -> new RowType.Field(field.getName(), textOf(field.getType())))
                    .toList());
        }
        return isRead(type) ? type : VarcharType.VARCHAR;
    }
}
