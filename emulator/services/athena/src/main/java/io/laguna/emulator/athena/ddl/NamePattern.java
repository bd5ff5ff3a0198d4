package io.laguna.emulator.athena.ddl;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What SHOW statements filter names by. It matches whole names, in any case. */
record NamePattern(Pattern pattern) {
    /** A regular expression: https://docs.aws.amazon.com/athena/latest/ug/show-databases.html */
    static NamePattern expression(String text) {
        try {
            return new NamePattern(Pattern.compile(text, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            throw Failures.argument("Not a regular expression: " + e.getMessage());
        }
    }

    /** With {@code *} or {@code .*} for anything: https://docs.aws.amazon.com/athena/latest/ug/show-tables.html */
    static NamePattern wildcards(String text) {
        return expression(text.replace(".*", "*").replace("*", ".*"));
    }

    List<String> matching(List<String> names) {
        return names.stream().filter(name -> pattern.matcher(name).matches()).toList();
    }
}
