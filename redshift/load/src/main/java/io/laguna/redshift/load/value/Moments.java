package io.laguna.redshift.load.value;

import io.laguna.redshift.load.moment.Layout;
import io.laguna.redshift.load.moment.Moment;
import io.laguna.redshift.load.moment.Standard;
import io.laguna.redshift.load.moment.Unreadable;
import java.time.ZoneId;
import java.util.Optional;

/** Dates and times. */
final class Moments {
    private static final int SHORTEST_DATE = 10;
    private static final int TIMETZ_BYTES = 12;
    /** The calendar's first date, before each time of day. */
    private static final String SOME_DATE = "2000-01-01 ";

    private Moments() {}

    static Converter of(Kind kind, Rules rules) throws FieldError {
        Moment moment = new Moment();
        return switch (kind) {
            case DATE -> date(rules, moment);
            case TIMESTAMP -> timestamp(
                    layout(rules.timeFormat(), "YYYY-MM-DD HH24:MI:SS"),
                    rules,
                    (row, zone) -> row.bigint(moment.timestamp()),
                    moment);
            case TIMESTAMPTZ -> timestamp(
                    layout(rules.timeFormat(), "YYYY-MM-DD HH24:MI:SSOF"),
                    rules,
                    (row, zone) -> row.bigint(moment.instant(zone)),
                    moment);
            case TIME -> time(rules, (row, zone) -> row.bigint(moment.timeOfDay()), moment, "HH24:MI:SS");
            default -> time(
                    rules,
                    (row, zone) -> {
                        int offset = moment.offset(zone);
                        row.int32(TIMETZ_BYTES);
                        row.int64(moment.timeOfDay());
                        row.int32(-offset);
                    },
                    moment,
                    "HH24:MI:SSOF");
        };
    }

    /** The form in which a moment is written. */
    @FunctionalInterface
    private interface Part {
        void write(Row row, ZoneId zone) throws Unreadable;
    }

    private static Converter date(Rules rules, Moment moment) throws FieldError {
        boolean standard = rules.dateFormat().isEmpty();
        Layout layout = layout(rules.dateFormat(), "YYYY-MM-DD");
        return (field, row) -> {
            field.trim();
            String text = field.toString();
            try {
                if (standard) {
                    Standard.day(text, moment);
                } else {
                    layout.read(text, moment);
                }
                row.integer(moment.days());
            } catch (Unreadable e) {
                if (rules.acceptsAnyDate()) {
                    row.nothing();
                } else {
                    throw new FieldError(ErrorCode.DATE, reason(text, standard, layout));
                }
            }
        };
    }

    private static String reason(String text, boolean standard, Layout layout) {
        return standard && text.length() < SHORTEST_DATE
                ? "Invalid Date Format - length must be 10 or more"
                : "Invalid date format or value [" + layout.name() + "]";
    }

    private static Converter timestamp(Layout layout, Rules rules, Part part, Moment moment) {
        return (field, row) -> {
            field.trim();
            try {
                layout.read(field.toString(), moment);
                part.write(row, rules.zone());
            } catch (Unreadable e) {
                if (rules.acceptsAnyDate()) {
                    row.nothing();
                } else {
                    throw new FieldError(
                            ErrorCode.TIMESTAMP, "Invalid timestamp format or value [" + layout.name() + "]");
                }
            }
        };
    }

    private static Converter time(Rules rules, Part part, Moment moment, String name) throws FieldError {
        Layout given = layout(rules.timeFormat(), name);
        boolean standard = given instanceof Standard;
        return (field, row) -> {
            field.trim();
            try {
                given.read((standard ? SOME_DATE : "") + field, moment);
                part.write(row, rules.zone());
            } catch (Unreadable e) {
                throw new FieldError(ErrorCode.TIMESTAMP, "Invalid time format or value [" + given.name() + "]");
            }
        };
    }

    private static Layout layout(Optional<String> format, String standard) throws FieldError {
        if (format.isEmpty()) {
            return new Standard(standard);
        }
        try {
            return Layout.of(format.get());
        } catch (Unreadable e) {
            throw new FieldError(ErrorCode.DATE, e.getMessage());
        }
    }
}
