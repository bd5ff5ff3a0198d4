package io.laguna.redshift.load.moment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** A date and a time of day that are being read, of which parts may be missing. */
public final class Moment {
    /** The days from 1970 to 2000, where PostgreSQL counts from. */
    private static final long EPOCH = 10_957;

    private static final long MICROS_OF_DAY = 86_400_000_000L;
    private static final int FIRST_CENTURY = 70;

    int year;
    int month;
    int day;
    int dayOfYear;
    long micros;
    boolean hasDate;
    Optional<ZoneId> zone = Optional.empty();

    void reset() {
        year = 0;
        month = 1;
        day = 1;
        dayOfYear = 0;
        micros = 0;
        hasDate = false;
        zone = Optional.empty();
    }

    /** Sets a year; one of two digits is of 1970 to 2069. */
    void year(int value, int digits) {
        hasDate = true;
        year = digits > 2 ? value : value < FIRST_CENTURY ? value + 2000 : value + 1900;
    }

    void time(int hour, int minute, int second, int fraction) throws Unreadable {
        if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second + fraction > 0)) {
            throw new Unreadable("time");
        }
        micros = ((hour * 60L + minute) * 60 + second) * 1_000_000 + fraction;
    }

    /** Returns the days since 2000, as PostgreSQL counts them. */
    public int days() throws Unreadable {
        if (dayOfYear > 0) {
            try {
                return (int) (LocalDate.ofYearDay(year, dayOfYear).toEpochDay() - EPOCH);
            } catch (DateTimeException e) {
                throw new Unreadable("date");
            }
        }
        if (month < 1 || month > 12 || day < 1 || day > 31 || (day > 28 && day > lengthOfMonth())) {
            throw new Unreadable("date");
        }
        // From the civil date: years begin in March, so that a leap day is the last.
        long shifted = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(shifted, 400);
        long ofEra = shifted - era * 400;
        long ofYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
        return (int) (days - EPOCH);
    }

    private int lengthOfMonth() {
        boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
        return switch (month) {
            case 2 -> leap ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Returns the microseconds since midnight. */
    public long timeOfDay() {
        return micros;
    }

    /** Returns the microseconds since 2000 of the clock on the wall. */
    public long timestamp() throws Unreadable {
        return days() * MICROS_OF_DAY + micros;
    }

    /** Returns the microseconds since 2000 in UTC. */
    public long instant(ZoneId otherwise) throws Unreadable {
        return timestamp() - offset(otherwise) * 1_000_000L;
    }

    /** Returns the seconds by which the moment's clock is before UTC's. */
    public int offset(ZoneId otherwise) throws Unreadable {
        ZoneId place = zone.orElse(otherwise);
        if (place instanceof ZoneOffset fixed) {
            return fixed.getTotalSeconds();
        }
        LocalDate date = LocalDate.ofEpochDay(
                hasDate ? days() + EPOCH : LocalDate.now(place).toEpochDay());
        LocalTime time = LocalTime.ofNanoOfDay(Math.min(micros, MICROS_OF_DAY - 1) * 1000);
        return place.getRules().getOffset(LocalDateTime.of(date, time)).getTotalSeconds();
    }

    /** Sets the moment by seconds since 1970, and the microseconds after them. */
    void epoch(long seconds, long fraction) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400L));
        year = date.getYear();
        month = date.getMonthValue();
        day = date.getDayOfMonth();
        hasDate = true;
        micros = Math.floorMod(seconds, 86_400L) * 1_000_000 + fraction;
        zone = Optional.of(ZoneOffset.UTC);
    }
}
