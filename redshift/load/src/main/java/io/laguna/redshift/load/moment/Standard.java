package io.laguna.redshift.load.moment;

import java.util.Optional;

/** The layout without DATEFORMAT and TIMEFORMAT: {@code YYYY-MM-DD HH24:MI:SS}, with a fraction and an offset. */
public final class Standard implements Layout {
    private static final int DATE_LENGTH = 10;
    private final String name;

    public Standard(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void read(String text, Moment into) throws Unreadable {
        into.reset();
        int at = date(text, into);
        if (at == text.length()) {
            return;
        }
        if (text.charAt(at) != ' ') {
            throw new Unreadable(text);
        }
        time(text.substring(at).strip(), into);
    }

    /** Reads a date, after which anything may come that begins with no digit. */
    public static void day(String text, Moment into) throws Unreadable {
        into.reset();
        int at = date(text, into);
        if (at < text.length() && Character.isDigit(text.charAt(at))) {
            throw new Unreadable(text);
        }
    }

    private static int date(String text, Moment into) throws Unreadable {
        if (text.length() < DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            throw new Unreadable(text);
        }
        into.year(number(text, 0, 4), 4);
        into.month = number(text, 5, 7);
        into.day = number(text, 8, DATE_LENGTH);
        return DATE_LENGTH;
    }

    /** Reads {@code HH:MI}, {@code HH:MI:SS} or {@code HH:MI:SS.ffffff}, perhaps with an offset or a zone. */
    static void time(String text, Moment into) throws Unreadable {
        int end = 0;
        while (end < text.length() && "0123456789:.".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        String zone = text.substring(end).strip();
        String[] parts = text.substring(0, end).split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new Unreadable(text);
        }
        int point = parts[parts.length - 1].indexOf('.');
        String last = parts.length == 3 ? parts[2] : "0";
        String second = parts.length == 3 && point >= 0 ? last.substring(0, point) : last;
        String fraction = parts.length == 3 && point >= 0 ? last.substring(point + 1) : "";
        into.time(pair(parts[0]), pair(parts[1]), pair(second), micros(fraction));
        if (!zone.isEmpty()) {
            into.zone = Optional.of(Zones.any(zone));
        }
    }

    private static int pair(String digits) throws Unreadable {
        if (digits.length() > 2) {
            throw new Unreadable(digits);
        }
        return number(digits, 0, digits.length());
    }

    static int number(String text, int from, int to) throws Unreadable {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new Unreadable(text);
            }
            value = value * 10 + digit;
        }
        if (to <= from) {
            throw new Unreadable(text);
        }
        return value;
    }

    /** Returns the microseconds in the digits after a point. */
    static int micros(String digits) throws Unreadable {
        if (digits.isEmpty()) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < 6; i++) {
            value = value * 10 + (i < digits.length() ? number(digits, i, i + 1) : 0);
        }
        return digits.length() > 6 && digits.charAt(6) >= '5' && value < 999_999 ? value + 1 : value;
    }
}
