package io.laguna.glue.format;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Base64;

/** Values as texts of a file or of a folder's name. */
public final class Texts {
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(java.util.Locale.ROOT);

    private Texts() {}

    /** Returns the text of a value that has no parts. */
    public static String of(Object value, ZoneId zone) {
        if (value instanceof Timestamp timestamp) {
            return MOMENT.format(timestamp.toInstant().atZone(zone));
        } else if (value instanceof LocalDateTime moment) {
            return MOMENT.format(moment);
        } else if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        return value.toString();
    }
}
