package io.laguna.engines.trino.lake.page;

import io.trino.hive.formats.HiveFormatUtils;
import io.trino.plugin.base.type.DecodedTimestamp;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The notations of timestamps. */
@FunctionalInterface
interface TimestampTexts {
    /** The digits that the milliseconds of today have at least: a number with fewer means seconds. */
    int DIGITS_OF_MILLISECONDS = 13;

    Pattern NUMBER = Pattern.compile("[-+]?[0-9]*[.]?[0-9]+");
    Pattern WITH_ZONE = Pattern.compile(".+(?i:Z|[+-]\\d{2}:?\\d{2})");
    DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    /** Returns the time that a text says, in UTC. */
    DecodedTimestamp read(String text);

    /** Returns the notations of a SerDe; those of {@code timestamp.formats} come first. */
    static TimestampTexts of(TextRules rules, Map<String, String> properties) {
        if (rules == TextRules.CSV) {
            return text -> decoded(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        List<DateTimeFormatter> formats = HiveFormatUtils.getTimestampFormatsSchemaProperty(properties).stream()
                .map(pattern -> DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC))
                .toList();
        return text -> {
            for (DateTimeFormatter format : formats) {
                try {
                    return decoded(format.parse(text, Instant::from));
                } catch (DateTimeException e) {
                    // The next one may fit.
                    continue;
                }
            }
            return json(text);
        };
    }

    private static DecodedTimestamp json(String text) {
        if (NUMBER.matcher(text).matches()) {
            boolean seconds = text.indexOf('.') >= 0 || text.length() < DIGITS_OF_MILLISECONDS;
            return decoded(Instant.ofEpochMilli(
                    new BigDecimal(text).movePointRight(seconds ? 3 : 0).longValue()));
        }
        return WITH_ZONE.matcher(text).matches() && text.indexOf(':') > 0
                ? decoded(OffsetDateTime.parse(text, ZONED).toInstant())
                : HiveFormatUtils.parseHiveTimestamp(text);
    }

    private static DecodedTimestamp decoded(Instant instant) {
        return new DecodedTimestamp(instant.getEpochSecond(), instant.getNano());
    }
}
