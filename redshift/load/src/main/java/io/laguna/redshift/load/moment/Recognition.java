package io.laguna.redshift.load.moment;

import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Layouts that {@code auto} recognises.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/automatic-recognition.html">Using automatic recognition
 *     with DATEFORMAT and TIMEFORMAT</a>
 */
final class Recognition implements Layout {
    private static final int COMPACT = 8;

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public void read(String text, Moment into) throws Unreadable {
        into.reset();
        new Reading(text, into).read();
    }

    /** The reading of one text, word by word. */
    private static final class Reading {
        private final String text;
        private final Moment into;
        private boolean month;
        private boolean day;
        private boolean year;
        private boolean time;
        private boolean before;
        private Optional<Boolean> afternoon = Optional.empty();

        Reading(String text, Moment into) {
            this.text = text;
            this.into = into;
        }

        void read() throws Unreadable {
            for (String word : words()) {
                word(word);
            }
            if (before) {
                into.year = 1 - into.year;
            }
            if (afternoon.isPresent()) {
                long hour = into.micros / 3_600_000_000L;
                if (hour < 1 || hour > 12) {
                    throw new Unreadable(text);
                }
                into.micros += ((hour % 12 + (afternoon.get() ? 12 : 0)) - hour) * 3_600_000_000L;
            }
            if (!time && !(month && day)) {
                throw new Unreadable(text);
            }
        }

        private List<String> words() {
            List<String> words = new ArrayList<>();
            for (String word : text.replace(',', ' ').trim().split("\\s+", -1)) {
                int t = word.toUpperCase(Locale.ROOT).indexOf('T');
                boolean joins = t > 0
                        && t + 1 < word.length()
                        && Character.isDigit(word.charAt(t - 1))
                        && Character.isDigit(word.charAt(t + 1));
                if (joins) {
                    words.add(word.substring(0, t));
                    words.add(word.substring(t + 1));
                } else {
                    words.add(word);
                }
            }
            return words;
        }

        private void word(String word) throws Unreadable {
            char first = word.isEmpty() ? ' ' : word.charAt(0);
            if (word.indexOf(':') > 0 && Character.isDigit(first)) {
                clock(word);
            } else if ((first == '+' || first == '-') && time) {
                into.zone = Optional.of(Zones.offset(word));
            } else if (word.chars().allMatch(Character::isLetter)) {
                name(word);
            } else if (word.matches("[jJ]\\d+")) {
                date(LocalDate.MIN.with(JulianFields.JULIAN_DAY, Standard.number(word, 1, Math.min(word.length(), 9))));
            } else if (word.matches("\\d+")) {
                digits(word);
            } else if (word.matches("\\d{6}\\.\\d+") && day) {
                digits(word.substring(0, 6));
                into.micros += Standard.micros(word.substring(7));
            } else if (word.matches("[0-9A-Za-z]+[-/.][0-9A-Za-z]+([-/.][0-9A-Za-z]+)?")) {
                parts(word.split("[-/.]", -1), word.contains("."));
            } else {
                into.zone = Optional.of(Zones.any(word));
            }
        }

        private void clock(String word) throws Unreadable {
            String rest = word;
            String upper = word.toUpperCase(Locale.ROOT);
            if (upper.endsWith("AM") || upper.endsWith("PM")) {
                afternoon = Optional.of(upper.endsWith("PM"));
                rest = word.substring(0, word.length() - 2);
            }
            Standard.time(rest, into);
            time = true;
        }

        private void name(String word) throws Unreadable {
            int number = Names.month(word);
            String upper = word.toUpperCase(Locale.ROOT);
            if (number > 0 && !month) {
                into.month = number;
                month = true;
            } else if (upper.equals("AM") || upper.equals("PM")) {
                afternoon = Optional.of(upper.equals("PM"));
            } else if (upper.equals("BC") || upper.equals("AD")) {
                before = upper.equals("BC");
            } else if (!Names.isDay(word) && !upper.equals("T")) {
                into.zone = Optional.of(Zones.any(word));
            }
        }

        private void digits(String word) throws Unreadable {
            int length = word.length();
            if (length == COMPACT && !day) {
                ymd(word.substring(0, 4), word.substring(4, 6), word.substring(6));
            } else if (length == COMPACT + 6 && !day) {
                digits(word.substring(0, COMPACT));
                digits(word.substring(COMPACT));
            } else if (length == 6 && day) {
                into.time(Standard.number(word, 0, 2), Standard.number(word, 2, 4), Standard.number(word, 4, 6), 0);
                time = true;
            } else if (length == 6) {
                ymd(word.substring(0, 2), word.substring(2, 4), word.substring(4));
            } else if (length <= 2 && !day) {
                into.day = Standard.number(word, 0, length);
                day = true;
            } else if (length <= 4 && !year) {
                into.year(Standard.number(word, 0, length), length);
                year = true;
            } else {
                throw new Unreadable(text);
            }
        }

        private void parts(String[] parts, boolean dots) throws Unreadable {
            if (parts.length == 2) {
                if (parts[0].length() != 4 || parts[1].length() != 3) {
                    throw new Unreadable(text);
                }
                into.year(Standard.number(parts[0], 0, 4), 4);
                into.dayOfYear = Standard.number(parts[1], 0, 3);
                year = true;
                month = true;
                day = true;
            } else if (Names.month(parts[0]) > 0) {
                ymd(parts[2], parts[0], parts[1]);
            } else if (Names.month(parts[1]) > 0) {
                boolean yearFirst = parts[0].length() > 2;
                ymd(parts[yearFirst ? 0 : 2], parts[1], parts[yearFirst ? 2 : 0]);
            } else if (parts[0].length() > 2) {
                ymd(parts[0], parts[1], parts[2]);
            } else {
                int first = Standard.number(parts[0], 0, parts[0].length());
                int second = Standard.number(parts[1], 0, parts[1].length());
                boolean dayFirst = first > 12 || (dots && second <= 12);
                ymd(parts[2], parts[dayFirst ? 1 : 0], parts[dayFirst ? 0 : 1]);
            }
        }

        private void ymd(String years, String months, String days) throws Unreadable {
            if (day || years.length() > 4) {
                throw new Unreadable(text);
            }
            into.year(Standard.number(years, 0, years.length()), years.length());
            int name = Names.month(months);
            into.month = name > 0 ? name : Standard.number(months, 0, months.length());
            into.day = Standard.number(days, 0, days.length());
            year = true;
            month = true;
            day = true;
        }

        private void date(LocalDate date) {
            into.year(date.getYear(), 4);
            into.month = date.getMonthValue();
            into.day = date.getDayOfMonth();
            year = true;
            month = true;
            day = true;
        }
    }
}
