package io.laguna.redshift.load;

import io.laguna.redshift.load.value.Target;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The reading of PostgreSQL's binary COPY, written apart from what is tested. */
final class BinaryRows {
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private BinaryRows() {}

    static List<String> read(InputStream stream, List<Target> columns) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        in.readNBytes(11);
        in.readLong();
        List<String> rows = new ArrayList<>();
        for (short count = in.readShort(); count >= 0; count = in.readShort()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int length = in.readInt();
                values.add(length < 0 ? "~" : value(in.readNBytes(length), columns.get(i)));
            }
            rows.add(String.join("|", values));
        }
        return rows;
    }

    private static String value(byte[] bytes, Target column) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        return switch (column.type().kind()) {
            case SMALLINT -> Short.toString(in.readShort());
            case INTEGER -> Integer.toString(in.readInt());
            case BIGINT -> Long.toString(in.readLong());
            case DECIMAL -> decimal(in);
            case REAL -> Float.toString(in.readFloat());
            case DOUBLE -> Double.toString(in.readDouble());
            case BOOLEAN -> Boolean.toString(in.readBoolean());
            case CHAR, VARCHAR -> new String(bytes, StandardCharsets.UTF_8).replace("\n", "\\n");
            case DATE -> EPOCH.plusDays(in.readInt()).toString();
            case TIMESTAMP, TIMESTAMPTZ -> {
                LocalDateTime moment = EPOCH.atStartOfDay().plus(in.readLong(), ChronoUnit.MICROS);
                yield moment.toLocalDate() + " " + moment.toLocalTime();
            }
            case TIME -> LocalTime.ofNanoOfDay(in.readLong() * 1000).toString();
            case TIMETZ -> LocalTime.ofNanoOfDay(in.readLong() * 1000) + " " + -in.readInt();
            case SUPER -> new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
            case VARBYTE -> HexFormat.of().formatHex(bytes);
        };
    }

    private static String decimal(DataInputStream in) throws IOException {
        int count = in.readShort();
        int weight = in.readShort();
        boolean negative = in.readShort() != 0;
        int scale = in.readShort();
        BigInteger digits = BigInteger.ZERO;
        for (int i = 0; i < count; i++) {
            digits = digits.multiply(BigInteger.valueOf(10_000)).add(BigInteger.valueOf(in.readShort()));
        }
        BigDecimal value = new BigDecimal(digits)
                .scaleByPowerOfTen(4 * (weight - count + 1))
                .setScale(scale);
        return (negative ? value.negate() : value).toPlainString();
    }
}
