package io.laguna.redshift.load.value;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;

/** The texts of values of which JSON has no kind, in documents that an engine reads back. */
public final class DocumentText {
    private static final HexFormat BYTES = HexFormat.of().withPrefix("\\x").withUpperCase();

    /** With the seconds that {@code LocalDateTime} leaves out on a whole minute. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern(" HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private DocumentText() {}

    /** Returns a time without a zone: {@code 2020-01-02 03:04:00}, {@code 2020-01-02 03:04:05.5}. */
    public static String ofMoment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** Returns bytes as DuckDB reads them: {@code \x41\x42}. */
    public static String ofBytes(byte[] bytes, int from, int to) {
        return BYTES.formatHex(bytes, from, to);
    }
}
