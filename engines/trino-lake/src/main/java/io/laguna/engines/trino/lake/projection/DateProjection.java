package io.laguna.engines.trino.lake.projection;

import io.trino.plugin.hive.util.HiveWriteUtils;
import io.trino.spi.type.DateType;
import io.trino.spi.type.TimestampType;
import io.trino.spi.type.Type;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The times of a range, in steps. A column of type date or timestamp has its values in Hive's notation, one of text in
 * the notation of its format; locations are always in that of the format.
 */
record DateProjection(
        DateFormat format, LocalDateTime first, LocalDateTime last, long interval, ChronoUnit unit, DateFormat notation)
        implements Projection {
    private static final Pattern NOW =
            Pattern.compile("\\s*NOW\\s*(([+-])\\s*([0-9]+)\\s*(YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)S?\\s*)?");
    private static final List<ChronoUnit> UNITS = List.of(
            ChronoUnit.YEARS,
            ChronoUnit.MONTHS,
            ChronoUnit.WEEKS,
            ChronoUnit.DAYS,
            ChronoUnit.HOURS,
            ChronoUnit.MINUTES,
            ChronoUnit.SECONDS,
            ChronoUnit.MILLIS);

    static DateProjection of(ColumnSettings settings) {
        DateFormat format = format(settings);
        LocalDateTime now = LocalDateTime.now(Clock.systemUTC());
        List<String> range = settings.range();
        return new DateProjection(
                format,
                end(settings, format, range.get(0), now),
                end(settings, format, range.get(1), now),
                interval(settings, format),
                unit(settings, format),
                notation(settings.type(), format));
    }

    @Override
    public Stream<String> values(Optional<Set<String>> named) {
        return named.map(texts -> texts.stream().filter(this::isStep))
                .orElseGet(() -> Stream.iterate(0L, step -> step + interval)
                        .map(this::time)
                        .takeWhile(time -> !time.isAfter(last))
                        .map(notation::write)
                        .distinct());
    }

    @Override
    public String written(String value) {
        return notation.equals(format) ? value : format.write(notation.read(value));
    }

    private boolean isStep(String text) {
        try {
            LocalDateTime time = notation.read(text);
            long steps = unit.between(first, time);
            return notation.write(time).equals(text)
                    && !time.isBefore(first)
                    && !time.isAfter(last)
                    && steps % interval == 0
                    && time(steps).equals(time);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Reckons from the first one, so that the last day of a month does not wander. */
    private LocalDateTime time(long steps) {
        return first.plus(steps, unit);
    }

    private static DateFormat format(ColumnSettings settings) {
        String pattern = settings.required("format");
        try {
            return DateFormat.of(pattern);
        } catch (IllegalArgumentException e) {
            throw settings.invalid("format", pattern, "patterns of Java's DateTimeFormatter are");
        }
    }

    private static LocalDateTime end(ColumnSettings settings, DateFormat format, String text, LocalDateTime now) {
        try {
            Matcher relative = NOW.matcher(text);
            if (!relative.matches()) {
                return format.read(text);
            }
            if (relative.group(1) == null) {
                return format.truncated(now);
            }
            long amount = Long.parseLong(relative.group(2) + relative.group(3));
            return format.truncated(now.plus(amount, ChronoUnit.valueOf(relative.group(4) + "S")));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw settings.invalid("range", text, "times in the format of the column and NOW with an offset are");
        }
    }

    private static long interval(ColumnSettings settings, DateFormat format) {
        return settings.positive("interval").orElseGet(() -> {
            requireByDefault(settings, format, "interval");
            return 1L;
        });
    }

    private static ChronoUnit unit(ColumnSettings settings, DateFormat format) {
        return settings.optional("interval.unit")
                .map(name -> UNITS.stream()
                        .filter(unit -> unit.name().equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> settings.invalid("interval.unit", name, UNITS + " are")))
                .orElseGet(() -> {
                    requireByDefault(settings, format, "interval.unit");
                    return format.precision();
                });
    }

    /** Days and months need not be said: a step is one of them, where the format is as exact as that. */
    private static void requireByDefault(ColumnSettings settings, DateFormat format, String property) {
        if (format.precision() != ChronoUnit.DAYS && format.precision() != ChronoUnit.MONTHS) {
            settings.required(property);
        }
    }

    private static DateFormat notation(Type type, DateFormat format) {
        if (type instanceof DateType) {
            return new DateFormat(HiveWriteUtils.HIVE_DATE_FORMATTER);
        }
        return type instanceof TimestampType ? new DateFormat(HiveWriteUtils.HIVE_TIMESTAMP_FORMATTER) : format;
    }
}
