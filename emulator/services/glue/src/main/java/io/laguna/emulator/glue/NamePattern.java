package io.laguna.emulator.glue;

import io.laguna.emulator.glue.request.Failures;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A client's regular expression over names. The expression must match a whole name, and has a limited time.
 *
 * <p>A star with nothing but a name's character before it is Hive's wildcard, any text: clients that work on AWS look
 * for {@code *orders*} and {@code daily_*}, as awswrangler's get_tables does. Behind anything else that can be
 * repeated, such as a dot or a closing bracket, a star repeats it.
 */
final class NamePattern {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** An escape, a class of characters, or any single character. */
    private static final Pattern PART = Pattern.compile("\\\\.|\\[\\^?\\]?(?:\\\\.|[^\\]])*\\]|.", Pattern.DOTALL);

    private static final Pattern REPEATABLE = Pattern.compile("\\\\.|\\[.+|[.)}]", Pattern.DOTALL);

    private final Pattern pattern;
    private final String text;

    private NamePattern(Pattern pattern, String text) {
        this.pattern = pattern;
        this.text = text;
    }

    static NamePattern of(String text) {
        try {
            return new NamePattern(Pattern.compile(withoutWildcards(text), Pattern.CASE_INSENSITIVE), text);
        } catch (PatternSyntaxException e) {
            throw Failures.invalid("Expression is not a regular expression: " + e.getMessage());
        }
    }

    private static String withoutWildcards(String text) {
        StringBuilder regex = new StringBuilder();
        String before = "";
        Matcher part = PART.matcher(text);
        while (part.find()) {
            boolean wildcard =
                    part.group().equals("*") && !REPEATABLE.matcher(before).matches();
            regex.append(wildcard ? ".*" : part.group());
            before = part.group();
        }
        return regex.toString();
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
