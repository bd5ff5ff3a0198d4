package io.laguna.redshift.load.value;

import java.util.Optional;

/**
 * The type of a column.
 *
 * @param length the most bytes of a CHAR, VARCHAR or VARBYTE, the digits of a DECIMAL; otherwise 0
 * @param scale the digits of a DECIMAL after its point
 */
public record ColumnType(Kind kind, int length, int scale) {
    private static final int HEADER = 4;
    private static final int LONGEST = 65_535;
    private static final int LARGEST_VARBYTE = 16_777_216;

    /**
     * Returns the type that PostgreSQL's catalog describes, if COPY can load it.
     *
     * @param name the type's {@code typname}, of a domain the domain's
     * @param modifier {@code atttypmod}
     */
    public static Optional<ColumnType> of(String name, int modifier) {
        return switch (name) {
            case "int2" -> plain(Kind.SMALLINT);
            case "int4" -> plain(Kind.INTEGER);
            case "int8" -> plain(Kind.BIGINT);
            case "float4" -> plain(Kind.REAL);
            case "float8" -> plain(Kind.DOUBLE);
            case "bool" -> plain(Kind.BOOLEAN);
            case "date" -> plain(Kind.DATE);
            case "timestamp" -> plain(Kind.TIMESTAMP);
            case "timestamptz" -> plain(Kind.TIMESTAMPTZ);
            case "time" -> plain(Kind.TIME);
            case "timetz" -> plain(Kind.TIMETZ);
            case "super", "jsonb" -> plain(Kind.SUPER);
            case "bytea", "varbyte" -> Optional.of(new ColumnType(Kind.VARBYTE, LARGEST_VARBYTE, 0));
            case "numeric" -> modifier < 0
                    ? Optional.of(new ColumnType(Kind.DECIMAL, 38, 0))
                    : Optional.of(new ColumnType(Kind.DECIMAL, (modifier - HEADER) >> 16, (modifier - HEADER) & 0x7ff));
            case "bpchar" -> Optional.of(new ColumnType(Kind.CHAR, length(modifier), 0));
            case "varchar", "text", "name" -> Optional.of(new ColumnType(Kind.VARCHAR, length(modifier), 0));
            default -> Optional.empty();
        };
    }

    private static Optional<ColumnType> plain(Kind kind) {
        return Optional.of(new ColumnType(kind, 0, 0));
    }

    private static int length(int modifier) {
        return modifier < HEADER ? LONGEST : modifier - HEADER;
    }

    /** Returns the length as {@code stl_load_errors} shows it: empty for a type without one. */
    public String systemLength() {
        return switch (kind) {
            case CHAR, VARCHAR, VARBYTE -> Integer.toString(length);
            case DECIMAL -> length + ", " + scale;
            default -> "";
        };
    }

    /** Returns the type as a message names it: {@code VARCHAR(10)}. */
    @Override
    public String toString() {
        return switch (kind) {
            case CHAR, VARCHAR -> kind + "(" + length + ")";
            case DECIMAL -> kind + "(" + length + ", " + scale + ")";
            default -> kind.name();
        };
    }
}
