package io.laguna.emulator.edge.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * The rule how far a client's clock may be from Laguna's.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html">the time stamp requirement</a>
 */
public record Clocks(Clock clock) {
    public static final Duration TOLERANCE = Duration.ofMinutes(15);
    static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    public Instant now() {
        return clock.instant();
    }

    public boolean isSkewed(Instant signed) {
        return Duration.between(signed, now()).abs().compareTo(TOLERANCE) > 0;
    }

    /** Reads a time like {@code 20260101T120000Z}, or the date format of HTTP's own header. */
    public static Optional<Instant> parse(String timestamp) {
        try {
            return Optional.of(LocalDateTime.parse(timestamp, BASIC).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return parseHttpDate(timestamp);
        }
    }

    public static String format(Instant time) {
        return BASIC.format(time.atOffset(ZoneOffset.UTC));
    }

    private static Optional<Instant> parseHttpDate(String timestamp) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(timestamp)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
