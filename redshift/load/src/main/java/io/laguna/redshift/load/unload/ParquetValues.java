package io.laguna.redshift.load.unload;

import io.laguna.redshift.load.moment.Moment;
import io.laguna.redshift.load.moment.Standard;
import io.laguna.redshift.load.moment.Unreadable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;

/** The values of one column, from text into Parquet. */
final class ParquetValues {
    private static final int EPOCH_DAYS = 10_957;
    private static final long EPOCH_MICROS = EPOCH_DAYS * 86_400_000_000L;
    private static final int DEFINED = 1;
    private static final int DIGITS_OF_LONG = 18;
    private static final int DIGITS_OF_INT = 9;

    private final Column column;
    private final int number;
    private final ColumnWriter writer;
    private final Moment moment = new Moment();
    private final Standard standard = new Standard("");

    /** @param number where the column is in a row */
    ParquetValues(Column column, int number, ColumnWriter writer) {
        this.column = column;
        this.number = number;
        this.writer = writer;
    }

    void write(Fields row) throws IOException {
        if (row.isNull(number)) {
            writer.writeNull(0, 0);
            return;
        }
        try {
            value(row);
        } catch (Unreadable e) {
            throw new IOException(
                    "The value " + row.text(number) + " of column " + column.name() + " cannot be written as Parquet",
                    e);
        }
    }

    private void value(Fields row) throws IOException, Unreadable {
        switch (column.type().kind()) {
            case SMALLINT, INTEGER -> writer.write((int) whole(row), 0, DEFINED);
            case BIGINT -> writer.write(whole(row), 0, DEFINED);
            case DECIMAL -> decimal(new BigDecimal(row.text(number)));
            case REAL -> writer.write(Float.parseFloat(row.text(number)), 0, DEFINED);
            case DOUBLE -> writer.write(Double.parseDouble(row.text(number)), 0, DEFINED);
            case BOOLEAN -> writer.write(row.bytes()[row.from(number)] == 't', 0, DEFINED);
            case CHAR, VARCHAR, TIMETZ -> writer.write(
                    Binary.fromReusedByteArray(row.bytes(), row.from(number), row.to(number) - row.from(number)),
                    0,
                    DEFINED);
            case SUPER -> writer.write(
                    Binary.fromConstantByteArray(TextEncoder.special(row, number, column)), 0, DEFINED);
            case VARBYTE -> writer.write(Binary.fromConstantByteArray(bytes(row)), 0, DEFINED);
            case DATE -> {
                Standard.day(row.text(number), moment);
                writer.write(moment.days() + EPOCH_DAYS, 0, DEFINED);
            }
            case TIMESTAMP, TIMESTAMPTZ -> {
                standard.read(row.text(number), moment);
                writer.write(moment.instant(ZoneOffset.UTC) + EPOCH_MICROS, 0, DEFINED);
            }
            case TIME -> writer.write(LocalTime.parse(row.text(number)).toNanoOfDay() / 1000, 0, DEFINED);
        }
    }

    private byte[] bytes(Fields row) throws IOException {
        return HexFormat.of().parseHex(new String(TextEncoder.special(row, number, column), StandardCharsets.US_ASCII));
    }

    private long whole(Fields row) {
        byte[] bytes = row.bytes();
        int at = row.from(number);
        boolean negative = bytes[at] == '-';
        long value = 0;
        for (int i = negative ? at + 1 : at; i < row.to(number); i++) {
            value = value * 10 - (bytes[i] - '0');
        }
        return negative ? value : -value;
    }

    private void decimal(BigDecimal value) {
        BigDecimal scaled = value.setScale(column.type().scale());
        int precision = column.type().length();
        if (precision <= DIGITS_OF_INT) {
            writer.write(scaled.unscaledValue().intValueExact(), 0, DEFINED);
        } else if (precision <= DIGITS_OF_LONG) {
            writer.write(scaled.unscaledValue().longValueExact(), 0, DEFINED);
        } else {
            byte[] digits = scaled.unscaledValue().toByteArray();
            byte[] fixed = new byte[ParquetColumns.DECIMAL_BYTES];
            Arrays.fill(fixed, 0, fixed.length - digits.length, (byte) (digits[0] < 0 ? -1 : 0));
            System.arraycopy(digits, 0, fixed, fixed.length - digits.length, digits.length);
            writer.write(Binary.fromConstantByteArray(fixed), 0, DEFINED);
        }
    }
}
