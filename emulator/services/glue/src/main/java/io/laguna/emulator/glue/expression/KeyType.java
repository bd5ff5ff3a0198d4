package io.laguna.emulator.glue.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The types by which partition values are compared.
 *
 * <p>"Supported Partition Key Types: string, date, timestamp, int, bigint, long, tinyint, smallint, decimal."
 * https://docs.aws.amazon.com/glue/latest/webapi/API_GetPartitions.html
 */
enum KeyType {
    TEXT("a text") {
        @Override
        Comparable<?> parse(String value) {
            return value;
        }
    },
    INTEGER("an integer") {
        @Override
        Comparable<?> parse(String value) {
            return new BigDecimal(value.strip());
        }

        @Override
        Optional<Comparable<?>> stored(String text) {
            return INTEGRAL.matcher(text.strip()).matches() ? value(text) : Optional.empty();
        }
    },
    NUMBER("a number") {
        @Override
        Comparable<?> parse(String value) {
            return new BigDecimal(value.strip());
        }
    },
    DATE("a date") {
        @Override
        Comparable<?> parse(String value) {
            return LocalDate.parse(day(value.strip()));
        }
    },
    TIMESTAMP("a timestamp") {
        @Override
        Comparable<?> parse(String value) {
            String text = value.strip().replace(' ', 'T');
            return text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atStartOfDay();
        }
    };

    private static final int DAY_LENGTH = "2026-01-01".length();
    private static final Pattern INTEGRAL = Pattern.compile("[+-]?[0-9]+");

    private final String inWords;

    KeyType(String inWords) {
        this.inWords = inWords;
    }

    /** Returns the type with its article, for messages. */
    String inWords() {
        return inWords;
    }

    /** Returns the value, comparable with others of this type; may fail with any RuntimeException. */
    abstract Comparable<?> parse(String value);

    /** Returns the value of a text; empty when the text is no value of this type. */
    Optional<Comparable<?>> value(String text) {
        try {
            return Optional.of(parse(text));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Returns the value of a partition; empty when the partition's text is no value of this type. */
    Optional<Comparable<?>> stored(String text) {
        return value(text);
    }

    /** Returns the type of a declared column type; empty for a type that Glue does not filter on. */
    static Optional<KeyType> of(String declared) {
        String type = declared.toLowerCase(Locale.ROOT).replaceAll("\\(.*", "").strip();
        return switch (type) {
            case "string", "varchar", "char" -> Optional.of(TEXT);
            case "int", "integer", "bigint", "long", "tinyint", "smallint" -> Optional.of(INTEGER);
            case "decimal" -> Optional.of(NUMBER);
            case "date" -> Optional.of(DATE);
            case "timestamp" -> Optional.of(TIMESTAMP);
            default -> Optional.empty();
        };
    }

    private static String day(String text) {
        return text.length() > DAY_LENGTH ? text.substring(0, DAY_LENGTH) : text;
    }
}
