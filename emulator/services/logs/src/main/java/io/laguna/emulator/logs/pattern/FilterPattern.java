package io.laguna.emulator.logs.pattern;

/**
 * A filter pattern: terms, a regular expression, or conditions on the fields of an event that is JSON or has spaces
 * between them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter patterns</a>
 */
@FunctionalInterface
public interface FilterPattern {
    /** Tells whether an event's message is one that the pattern is for. */
    boolean matches(String message);

    /**
     * Reads a pattern; the empty one is for every event.
     *
     * @throws InvalidPatternException for a text that is none
     */
    static FilterPattern of(String text) throws InvalidPatternException {
        String pattern = text.strip();
        if (pattern.startsWith("{")) {
            return JsonPattern.of(pattern);
        }
        if (pattern.startsWith("[")) {
            return FieldsPattern.of(pattern);
        }
        return TermsPattern.of(pattern);
    }
}
