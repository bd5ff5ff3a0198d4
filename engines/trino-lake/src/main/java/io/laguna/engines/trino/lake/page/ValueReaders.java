package io.laguna.engines.trino.lake.page;

import io.airlift.slice.Slices;
import io.trino.hive.formats.HiveFormatUtils;
import io.trino.hive.formats.line.openxjson.OpenXJsonDeserializer;
import io.trino.plugin.base.type.TrinoTimestampEncoder;
import io.trino.plugin.base.type.TrinoTimestampEncoderFactory;
import io.trino.plugin.hive.HiveErrorCode;
import io.trino.spi.StandardErrorCode;
import io.trino.spi.TrinoException;
import io.trino.spi.type.BigintType;
import io.trino.spi.type.BooleanType;
import io.trino.spi.type.CharType;
import io.trino.spi.type.Chars;
import io.trino.spi.type.DateType;
import io.trino.spi.type.DecimalType;
import io.trino.spi.type.DoubleType;
import io.trino.spi.type.IntegerType;
import io.trino.spi.type.RealType;
import io.trino.spi.type.SmallintType;
import io.trino.spi.type.TimestampType;
import io.trino.spi.type.TinyintType;
import io.trino.spi.type.Type;
import io.trino.spi.type.VarcharType;
import io.trino.spi.type.Varchars;
import java.time.DateTimeException;
import java.util.Map;
import org.joda.time.DateTimeZone;

/**
 * The readers of a column's texts.
 *
 * @param properties those of the table and its SerDe
 * @param field the column's number, from zero
 */
record ValueReaders(TextRules rules, Map<String, String> properties, int field) {
    /** Returns the reader of a type; it fails the query for a text that is none, or makes it null where the table says so. */
    ValueReader of(Type type) {
        ValueReader reader = strict(type);
        boolean isNull = Boolean.parseBoolean(
                properties.getOrDefault("use.null.for.invalid.data", "false").strip());
        return (text, values) -> {
            try {
                reader.read(text, values);
            } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
                if (!isNull) {
                    throw new TrinoException(
                            HiveErrorCode.HIVE_BAD_DATA,
                            "Error parsing field value '" + text + "' for field " + field + ": " + e.getMessage(),
                            e);
                }
                values.appendNull();
            }
        };
    }

    private ValueReader strict(Type type) {
        if (type.equals(BigintType.BIGINT)) {
            return integers(type, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type.equals(IntegerType.INTEGER)) {
            return integers(type, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type.equals(SmallintType.SMALLINT)) {
            return integers(type, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        if (type.equals(TinyintType.TINYINT)) {
            return integers(type, Byte.MIN_VALUE, Byte.MAX_VALUE);
        }
        if (type.equals(DoubleType.DOUBLE)) {
            return (text, values) -> DoubleType.DOUBLE.writeDouble(values, Double.parseDouble(text));
        }
        if (type.equals(RealType.REAL)) {
            return (text, values) -> RealType.REAL.writeFloat(values, Float.parseFloat(text));
        }
        if (type.equals(BooleanType.BOOLEAN)) {
            return (text, values) -> BooleanType.BOOLEAN.writeBoolean(values, bool(text));
        }
        if (type.equals(DateType.DATE)) {
            return (text, values) -> DateType.DATE.writeLong(values, days(text));
        }
        if (type instanceof TimestampType timestamp) {
            TrinoTimestampEncoder<?> encoder =
                    TrinoTimestampEncoderFactory.createTimestampEncoder(timestamp, DateTimeZone.UTC);
            TimestampTexts texts = TimestampTexts.of(rules, properties);
            return (text, values) -> encoder.write(texts.read(text), values);
        }
        if (type instanceof DecimalType decimal) {
            return (text, values) -> HiveFormatUtils.writeDecimal(text, decimal, values);
        }
        if (type instanceof VarcharType varchar) {
            return (text, values) ->
                    varchar.writeSlice(values, Varchars.truncateToLength(Slices.utf8Slice(text), varchar));
        }
        if (type instanceof CharType padded) {
            return (text, values) ->
                    padded.writeSlice(values, Chars.truncateToLengthAndTrimSpaces(Slices.utf8Slice(text), padded));
        }
        throw new TrinoException(
                StandardErrorCode.NOT_SUPPORTED, "A column of type " + type + " cannot be read by this SerDe");
    }

    private ValueReader integers(Type type, long least, long most) {
        return (text, values) -> {
            long value = rules == TextRules.CSV ? Long.parseLong(text) : json(text);
            if (value < least || value > most) {
                throw new NumberFormatException("Value out of range. Value:\"" + text + "\"");
            }
            type.writeLong(values, value);
        };
    }

    /** Returns the whole part of a number of JSON; the failure is that of a text that is no integer. */
    private static long json(String text) {
        try {
            return OpenXJsonDeserializer.parseLong(text);
        } catch (NumberFormatException e) {
            return Long.parseLong(text);
        }
    }

    private long days(String text) {
        if (rules == TextRules.CSV) {
            return Integer.parseInt(text);
        }
        try {
            return Math.toIntExact(HiveFormatUtils.parseHiveDate(text).toEpochDay());
        } catch (DateTimeException e) {
            return Math.toIntExact(OpenXJsonDeserializer.parseDecimalHexOctalLong(text));
        }
    }

    private static boolean bool(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new NumberFormatException("For input string: \"" + text + "\"");
        }
        return Boolean.parseBoolean(text);
    }
}
