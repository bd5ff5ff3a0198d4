package io.laguna.redshift.load.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A format string of DATEFORMAT or TIMEFORMAT.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_DATEFORMAT_and_TIMEFORMAT_strings.html">DATEFORMAT and
 *     TIMEFORMAT strings</a>
 */
final class Pattern implements Layout {
    private static final String[] WORDS = {
        "YYYY", "YY", "MONTH", "MON", "MM", "MI", "MS", "DDD", "DD", "DAY", "DY", "D", "HH24", "HH12", "HH", "SS", "US",
        "AM", "PM", "A.M.", "P.M.", "OF", "TZ", "BC", "AD"
    };

    private final String format;
    private final List<String> parts;

    private Pattern(String format, List<String> parts) {
        this.format = format;
        this.parts = parts;
    }

    static Pattern of(String format) throws Unreadable {
        List<String> parts = new ArrayList<>();
        String upper = format.toUpperCase(Locale.ROOT);
        boolean reads = false;
        for (int at = 0; at < format.length(); ) {
            String part = word(upper, at);
            boolean known = !part.isEmpty();
            reads |= known;
            parts.add(known ? part : format.substring(at, at + 1));
            at += known ? part.length() : 1;
        }
        if (!reads) {
            throw new Unreadable("Invalid format: " + format);
        }
        return new Pattern(format, parts);
    }

    private static String word(String upper, int at) {
        for (String word : WORDS) {
            if (upper.startsWith(word, at)) {
                return word;
            }
        }
        return "";
    }

    @Override
    public String name() {
        return format;
    }

    @Override
    public void read(String text, Moment into) throws Unreadable {
        into.reset();
        new Reading(text, into).read();
    }

    /** The reading of one text. */
    private final class Reading {
        private final String text;
        private final Moment into;
        private int at;
        private int hour;
        private int minute;
        private int second;
        private int fraction;
        private Optional<Boolean> afternoon = Optional.empty();

        Reading(String text, Moment into) {
            this.text = text;
            this.into = into;
        }

        void read() throws Unreadable {
            for (String part : parts) {
                if (at == text.length() && into.hasDate && !part.startsWith("Y") && !part.startsWith("M")) {
                    break;
                }
                part(part);
            }
            String rest = text.substring(at).strip();
            if (!rest.isEmpty() && Character.isDigit(rest.charAt(0)) && at > 0 && text.charAt(at) == rest.charAt(0)) {
                throw new Unreadable(text);
            }
            if (rest.startsWith("+") || rest.startsWith("-")) {
                into.zone = Optional.of(Zones.any(rest));
            }
            if (afternoon.isPresent()) {
                if (hour < 1 || hour > 12) {
                    throw new Unreadable(text);
                }
                hour = hour % 12 + (afternoon.get() ? 12 : 0);
            }
            into.time(hour, minute, second, fraction);
        }

        private void part(String part) throws Unreadable {
            switch (part) {
                case "YYYY" -> {
                    int start = at;
                    int year = digits(4);
                    into.year(year, at - start);
                }
                case "YY" -> into.year(digits(2), 2);
                case "MM" -> into.month = digits(2);
                case "MON", "MONTH" -> {
                    into.month = Names.month(letters());
                    if (into.month == 0) {
                        throw new Unreadable(text);
                    }
                }
                case "DDD" -> into.dayOfYear = digits(3);
                case "DD" -> into.day = digits(2);
                case "D" -> digits(1);
                case "DY", "DAY" -> {
                    if (!Names.isDay(letters())) {
                        throw new Unreadable(text);
                    }
                }
                case "HH", "HH24", "HH12" -> hour = digits(2);
                case "MI" -> minute = digits(2);
                case "SS" -> {
                    second = digits(2);
                    boolean more = at + 1 < text.length()
                            && text.charAt(at) == '.'
                            && Character.isDigit(text.charAt(at + 1))
                            && parts.stream().noneMatch(each -> each.equals("MS") || each.equals("US"));
                    if (more) {
                        at++;
                        fraction();
                    }
                }
                case "MS", "US" -> fraction();
                case "AM", "PM", "A.M.", "P.M." -> {
                    String word = at + part.length() <= text.length() ? text.substring(at, at + part.length()) : "";
                    String upper = word.toUpperCase(Locale.ROOT);
                    if (!upper.startsWith("A") && !upper.startsWith("P")) {
                        throw new Unreadable(text);
                    }
                    afternoon = Optional.of(upper.startsWith("P"));
                    at += part.length();
                }
                case "BC", "AD" -> {
                    if (letters().equalsIgnoreCase("bc")) {
                        into.year = 1 - into.year;
                    }
                }
                case "OF", "TZ" -> {
                    into.zone = Optional.of(Zones.any(text.substring(at).strip()));
                    at = text.length();
                }
                default -> literal(part.charAt(0));
            }
        }

        private void literal(char expected) throws Unreadable {
            if (expected == ' ') {
                while (at < text.length() && text.charAt(at) == ' ') {
                    at++;
                }
                return;
            }
            if (at >= text.length() || text.charAt(at) != expected) {
                throw new Unreadable(text);
            }
            at++;
        }

        private int digits(int most) throws Unreadable {
            int start = at;
            while (at < text.length() && at - start < most && Character.isDigit(text.charAt(at))) {
                at++;
            }
            return Standard.number(text, start, at);
        }

        private void fraction() throws Unreadable {
            int start = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (at == start) {
                throw new Unreadable(text);
            }
            fraction = Standard.micros(text.substring(start, at));
        }

        private String letters() {
            int start = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }
    }
}
