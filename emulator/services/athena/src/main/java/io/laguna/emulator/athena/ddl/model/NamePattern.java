package io.laguna.emulator.athena.ddl.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The pattern by which SHOW statements filter names. It matches whole names, in any case. */
public record NamePattern(Pattern pattern) {
    /** Returns the pattern of a regular expression: https://docs.aws.amazon.com/athena/latest/ug/show-databases.html */
    public static NamePattern expression(String text) {
        try {
            return new NamePattern(Pattern.compile(text, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            throw Failures.argument("Not a regular expression: " + e.getMessage());
        }
    }

    /**
     * Returns a pattern with {@code *} or {@code .*} for anything:
     * https://docs.aws.amazon.com/athena/latest/ug/show-tables.html
     */
    public static NamePattern wildcards(String text) {
        return expression(text.replace(".*", "*").replace("*", ".*"));
    }

    public List<String> matching(List<String> names) {
        return names.stream().filter(name -> pattern.matcher(name).matches()).toList();
    }
}
