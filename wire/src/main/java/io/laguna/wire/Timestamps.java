package io.laguna.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * The forms of timestamps in AWS's protocols, to the millisecond.
 *
 * <p>Defaults by place: smithy.io, "timestampFormat trait" and the protocols' pages.
 */
final class Timestamps {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /**
     * The form of RFC 850. Its two digits are those of the year that is fifty years in the future at most, as RFC 9110
     * demands.
     */
    private static final DateTimeFormatter RFC_850 = new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(
                    ChronoField.YEAR,
                    2,
                    2,
                    LocalDate.now(ZoneOffset.UTC).minusYears(49).withDayOfYear(1))
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.US)
            .withZone(ZoneOffset.UTC);

    /** The form of the function {@code asctime} of C. */
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC);

    /** The forms in which a header of HTTP's may have a date: those of RFC 9110, 5.6.7, and that of AWS's other members. */
    private static final List<DateTimeFormatter> IN_HEADERS =
            List.of(DateTimeFormatter.RFC_1123_DATE_TIME, DateTimeFormatter.ISO_OFFSET_DATE_TIME, RFC_850, ASCTIME);

    /**
     * The most digits of a decimal that is read as a timestamp. A longer one is no timestamp, and costs memory to
     * compute with.
     */
    private static final int MOST_DIGITS = 40;

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Timestamps() {}

    /** Returns the format of a member: its own, or that of its place. */
    static Format formatOf(SdkField<?> field, Format inBody) {
        return field.getOptionalTrait(TimestampFormatTrait.class)
                .map(TimestampFormatTrait::format)
                .orElseGet(() -> defaultFormat(field.location(), inBody));
    }

    private static Format defaultFormat(MarshallLocation location, Format inBody) {
        return switch (location) {
            case HEADER -> Format.RFC_822;
            case QUERY_PARAM, PATH, GREEDY_PATH -> Format.ISO_8601;
            case PAYLOAD, STATUS_CODE -> inBody;
        };
    }

    static String print(Instant instant, Format format) {
        Instant exact = instant.truncatedTo(ChronoUnit.MILLIS);
        return switch (format) {
            case ISO_8601 -> DateTimeFormatter.ISO_INSTANT.format(exact);
            case RFC_822 -> HTTP_DATE.format(exact);
            case UNIX_TIMESTAMP -> seconds(exact).toPlainString();
            case UNIX_TIMESTAMP_MILLIS -> Long.toString(exact.toEpochMilli());
        };
    }

    /** Returns the seconds since 1970 without trailing zeros: whole seconds are an integer. */
    static BigDecimal seconds(Instant instant) {
        BigDecimal seconds =
                BigDecimal.valueOf(instant.toEpochMilli()).movePointLeft(3).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0, RoundingMode.UNNECESSARY) : seconds;
    }

    /** Reads a date as HTTP's headers may have it; nothing where it is none. A number is none. */
    static Optional<Instant> httpDate(String text) {
        return IN_HEADERS.stream().flatMap(form -> read(text, form).stream()).findFirst();
    }

    private static Optional<Instant> read(String text, DateTimeFormatter form) {
        try {
            return Optional.of(form.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a timestamp of the years 0 to 9999, which are those that a date-time of RFC 3339 can be of. Other formats
     * than the modelled one are read too, where they cannot be mistaken.
     */
    static Instant parse(String text, Format format) throws MalformedRequestException {
        try {
            if (text.indexOf('T') > 0 && Character.isDigit(text.charAt(0))) {
                return ofFourDigits(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
            }
            if (text.indexOf(',') == 3) {
                return ofFourDigits(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
            }
            if (text.length() <= MOST_DIGITS) {
                return ofNumber(new BigDecimal(text), format);
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new MalformedRequestException("\"" + text + "\" is no timestamp", e);
        }
        throw new MalformedRequestException("Not a timestamp");
    }

    static Instant ofNumber(BigDecimal number, Format format) throws MalformedRequestException {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new MalformedRequestException("A timestamp cannot have that many digits");
        }
        BigDecimal seconds = format == Format.UNIX_TIMESTAMP_MILLIS ? number.movePointLeft(3) : number;
        try {
            BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
            long nanos = seconds.subtract(whole)
                    .movePointRight(9)
                    .setScale(0, RoundingMode.DOWN)
                    .longValueExact();
            return ofFourDigits(Instant.ofEpochSecond(whole.longValueExact(), nanos));
        } catch (ArithmeticException | DateTimeException e) {
            throw new MalformedRequestException(number + " is no timestamp", e);
        }
    }

    private static Instant ofFourDigits(Instant instant) throws MalformedRequestException {
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            throw new MalformedRequestException("A timestamp must be of the years 0000 to 9999");
        }
        return instant;
    }
}
