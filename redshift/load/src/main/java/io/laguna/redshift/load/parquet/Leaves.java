package io.laguna.redshift.load.parquet;

import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.load.plan.Order;
import io.laguna.redshift.load.value.Converter;
import io.laguna.redshift.load.value.Converters;
import io.laguna.redshift.load.value.Decimals;
import io.laguna.redshift.load.value.Field;
import io.laguna.redshift.load.value.FieldError;
import io.laguna.redshift.load.value.Kind;
import io.laguna.redshift.load.value.Target;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Which types of Parquet a column takes, and how. */
final class Leaves {
    /** The days from 1970 to 2000, where PostgreSQL counts from. */
    private static final int EPOCH_DAYS = 10_957;

    private static final long DAY_MICROS = 86_400_000_000L;
    private static final long EPOCH_MICROS = EPOCH_DAYS * DAY_MICROS;
    private static final int EPOCH_JULIAN = 2_440_588;

    private final Order order;
    private final String file;

    Leaves(Order order, String file) {
        this.order = order;
        this.file = file;
    }

    /** Returns the conversion into a column, if the column takes the type. */
    Optional<Leaf> of(PrimitiveType type, Target target) {
        Kind kind = target.type().kind();
        LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
            return kind == Kind.DECIMAL && decimal.getScale() == target.type().scale()
                    ? Optional.of(decimal(type, decimal.getScale(), target))
                    : Optional.empty();
        }
        if (kind == Kind.SUPER) {
            return Optional.of(json(type));
        }
        return Optional.ofNullable(
                switch (type.getPrimitiveTypeName()) {
                    case BOOLEAN -> kind == Kind.BOOLEAN ? (reader, row) -> row.bool(reader.getBoolean()) : null;
                    case INT32 -> int32(annotation, kind, target);
                    case INT64 -> int64(annotation, kind);
                    case FLOAT -> real(kind);
                    case DOUBLE -> kind == Kind.DOUBLE
                            ? (reader, row) -> row.bigint(Double.doubleToLongBits(reader.getDouble()))
                            : null;
                    case INT96 -> kind == Kind.TIMESTAMP || kind == Kind.TIMESTAMPTZ
                            ? (reader, row) -> row.bigint(int96(reader.getBinary()))
                            : null;
                    case BINARY, FIXED_LEN_BYTE_ARRAY -> kind.isText() || kind == Kind.VARBYTE ? text(target) : null;
                });
    }

    private Leaf int32(LogicalTypeAnnotation annotation, Kind kind, Target target) {
        if (annotation instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return kind == Kind.DATE ? (reader, row) -> row.integer(reader.getInteger() - EPOCH_DAYS) : null;
        }
        if (annotation instanceof TimeLogicalTypeAnnotation) {
            return kind == Kind.TIME ? (reader, row) -> row.bigint(reader.getInteger() * 1000L) : null;
        }
        return switch (kind) {
            case SMALLINT -> (reader, row) -> {
                int value = reader.getInteger();
                if (value != (short) value) {
                    throw new FileRefused("The value " + value + " of column " + target.name()
                            + " is out of range for SMALLINT, File name: " + file);
                }
                row.smallint(value);
            };
            case INTEGER -> (reader, row) -> row.integer(reader.getInteger());
            case BIGINT -> (reader, row) -> row.bigint(reader.getInteger());
            default -> null;
        };
    }

    private static Leaf int64(LogicalTypeAnnotation annotation, Kind kind) {
        if (annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
            TimeUnit unit = timestamp.getUnit();
            return kind == Kind.TIMESTAMP || kind == Kind.TIMESTAMPTZ
                    ? (reader, row) -> row.bigint(micros(reader.getLong(), unit) - EPOCH_MICROS)
                    : null;
        }
        if (annotation instanceof TimeLogicalTypeAnnotation time) {
            TimeUnit unit = time.getUnit();
            return kind == Kind.TIME ? (reader, row) -> row.bigint(micros(reader.getLong(), unit)) : null;
        }
        return kind == Kind.BIGINT ? (reader, row) -> row.bigint(reader.getLong()) : null;
    }

    private static Leaf real(Kind kind) {
        return switch (kind) {
            case REAL -> (reader, row) -> row.integer(Float.floatToIntBits(reader.getFloat()));
            case DOUBLE -> (reader, row) -> row.bigint(Double.doubleToLongBits(reader.getFloat()));
            default -> null;
        };
    }

    static long micros(long value, TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> value * 1000;
            case MICROS -> value;
            case NANOS -> Math.floorDiv(value, 1000L);
        };
    }

    /** Returns the microseconds since 2000 in a value of Impala's and Hive's. */
    static long int96(Binary value) {
        ByteBuffer buffer = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = buffer.getLong();
        int day = buffer.getInt();
        return (day - EPOCH_JULIAN - EPOCH_DAYS) * DAY_MICROS + nanos / 1000;
    }

    static BigDecimal decimal(ColumnReader reader, PrimitiveType type, int scale) {
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> BigDecimal.valueOf(reader.getInteger(), scale);
            case INT64 -> BigDecimal.valueOf(reader.getLong(), scale);
            default -> new BigDecimal(new BigInteger(reader.getBinary().getBytes()), scale);
        };
    }

    private Leaf decimal(PrimitiveType type, int scale, Target target) {
        Decimals decimals = new Decimals(target.type(), order.rules().rounds());
        return (reader, row) -> {
            try {
                decimals.write(decimal(reader, type, scale), row);
            } catch (FieldError e) {
                throw refused(target, e);
            }
        };
    }

    private Leaf text(Target target) {
        Field field = new Field();
        boolean bytes = target.type().kind() == Kind.VARBYTE;
        Converter converter = converter(target);
        return (reader, row) -> {
            ByteBuffer value = reader.getBinary().toByteBuffer();
            int from = value.arrayOffset() + value.position();
            int length = value.remaining();
            if (length > target.type().length()) {
                throw new FileRefused("The length of the data column " + target.name()
                        + " is longer than the length defined in the table. Table: "
                        + target.type().length() + ", Data: " + length + ", File name: " + file);
            }
            if (bytes) {
                row.bytes(value.array(), from, from + length);
                return;
            }
            field.set(value.array(), from, from + length);
            try {
                converter.write(field, row);
            } catch (FieldError e) {
                throw refused(target, e);
            }
        };
    }

    private Converter converter(Target target) {
        try {
            return Converters.of(target.type(), order.rules(), before -> {});
        } catch (FieldError e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the conversion of a scalar into SUPER. */
    private static Leaf json(PrimitiveType type) {
        return (reader, row) -> Nested.write(Nested.scalar(reader, type), row);
    }

    private FileRefused refused(Target target, FieldError error) {
        return new FileRefused(error.getMessage() + ", column " + target.name() + ", File name: " + file);
    }
}
