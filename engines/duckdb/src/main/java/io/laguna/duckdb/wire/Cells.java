package io.laguna.duckdb.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** The kind of a column's values: their type for PostgreSQL, and how they are written as text. */
enum Cells {
    BOOLEAN(16, 1) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            return row.getBoolean(column) ? "t" : "f";
        }
    },
    SMALLINT(21, 2) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            return Long.toString(row.getLong(column));
        }
    },
    INTEGER(23, 4) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            return Long.toString(row.getLong(column));
        }
    },
    BIGINT(20, 8) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            return Long.toString(row.getLong(column));
        }
    },
    HUGE(1700, -1) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            return row.getObject(column).toString();
        }
    },
    REAL(700, 4) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            return Float.toString(row.getFloat(column));
        }
    },
    DOUBLE(701, 8) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            return Double.toString(row.getDouble(column));
        }
    },
    DECIMAL(1700, -1) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            BigDecimal value = row.getBigDecimal(column);
            return value.toPlainString();
        }
    },
    DATE(1082, 4) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDate.class).toString();
        }
    },
    TIME(1083, 8) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalTime.class).toString();
        }
    },
    TIMESTAMP(1114, 8) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            return MOMENT.format(row.getObject(column, LocalDateTime.class));
        }
    },
    TIMESTAMPTZ(1184, 8) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
            return MOMENT.format(value.withOffsetSameInstant(ZoneOffset.UTC)) + "+00";
        }
    },
    BYTES(17, -1) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            return "\\x" + HexFormat.of().formatHex(row.getBytes(column));
        }
    },
    TEXT(25, -1) {
        @Override
        String text(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }
    };

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private final int type;
    private final int size;

    Cells(int type, int size) {
        this.type = type;
        this.size = size;
    }

    /** Returns the kind for a type as DuckDB names it. */
    static Cells of(String name) {
        String plain = name.replaceAll("\\(.*", "");
        return name.endsWith("]")
                ? TEXT
                : switch (plain) {
                    case "BOOLEAN" -> BOOLEAN;
                    case "TINYINT", "SMALLINT", "UTINYINT" -> SMALLINT;
                    case "INTEGER", "USMALLINT" -> INTEGER;
                    case "BIGINT", "UINTEGER" -> BIGINT;
                    case "HUGEINT", "UBIGINT", "UHUGEINT" -> HUGE;
                    case "FLOAT" -> REAL;
                    case "DOUBLE" -> DOUBLE;
                    case "DECIMAL" -> DECIMAL;
                    case "DATE" -> DATE;
                    case "TIME" -> TIME;
                    case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> TIMESTAMP;
                    case "TIMESTAMP WITH TIME ZONE" -> TIMESTAMPTZ;
                    case "BLOB" -> BYTES;
                    default -> TEXT;
                };
    }

    abstract String text(ResultSet row, int column) throws SQLException;

    int type() {
        return type;
    }

    int size() {
        return size;
    }

    /** Writes the value of a column in a row. */
    void write(ResultSet row, int column, Messages out) throws SQLException {
        if (row.getObject(column) == null) {
            out.int32(-1);
        } else {
            out.value(text(row, column).getBytes(StandardCharsets.UTF_8));
        }
    }
}
