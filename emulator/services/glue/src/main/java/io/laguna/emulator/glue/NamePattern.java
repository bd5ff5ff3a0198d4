package io.laguna.emulator.glue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A client's regular expression over names. The expression must match a whole name, and has a limited time. */
final class NamePattern {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Pattern pattern;
    private final String text;

    private NamePattern(Pattern pattern, String text) {
        this.pattern = pattern;
        this.text = text;
    }

    static NamePattern of(String text) {
        try {
            return new NamePattern(Pattern.compile(text, Pattern.CASE_INSENSITIVE), text);
        } catch (PatternSyntaxException e) {
            throw Failures.invalid("Expression is not a regular expression: " + e.getMessage());
        }
    }

    public List<String> matching(List<String> names) {
        return names.stream().filter(matching()).toList();
    }

    /** Returns a test whether a name matches. The time is limited for all names together, from now on. */
    public Predicate<String> matching() {
        long end = System.nanoTime() + LIMIT_NANOS;
        return name -> pattern.matcher(new Watched(name, end)).matches();
    }

    /**
     * A text that stops a match when the time is over. A pattern such as (.*)(.*)(.*)(.*)(.*)(.*)b looks at a name's
     * characters for hours.
     */
    private final class Watched implements CharSequence {
        private final String name;
        private final long end;

        Watched(String name, long end) {
            this.name = name;
            this.end = end;
        }

        @Override
        public int length() {
            return name.length();
        }

        @Override
        public char charAt(int index) {
            if (System.nanoTime() > end) {
                throw Failures.invalid("Expression takes too long to match: " + text);
            }
            return name.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int stop) {
            return name.subSequence(start, stop);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
