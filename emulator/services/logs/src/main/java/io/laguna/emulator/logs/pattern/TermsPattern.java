package io.laguna.emulator.logs.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of terms: each has to be in the message, but for those with a minus, of which none may be, and those with a
 * question mark, of which one has to be. Letters count as they are.
 *
 * @param optional holds when one of them is there, or there are none
 */
record TermsPattern(List<Term> required, List<Term> excluded, List<Term> optional) implements FilterPattern {
    private static final Pattern WORD =
            Pattern.compile("([-?]?)(?:\"((?:[^\"\\\\]|\\\\.)*)\"|%([^%]*)%|([^\\s\"]+))\\s*");

    /** A term: a part of a message, or a regular expression that finds one. */
    @FunctionalInterface
    interface Term {
        boolean isIn(String message);
    }

    static TermsPattern of(String text) throws InvalidPatternException {
        List<Term> required = new ArrayList<>();
        List<Term> excluded = new ArrayList<>();
        List<Term> optional = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!word.find(at) || word.start() != at) {
                throw new InvalidPatternException("a quote that does not end, at position " + at);
            }
            switch (word.group(1)) {
                case "-" -> excluded.add(term(word));
                case "?" -> optional.add(term(word));
                default -> required.add(term(word));
            }
            at = word.end();
        }
        return new TermsPattern(required, excluded, optional);
    }

    @Override
    public boolean matches(String message) {
        return required.stream().allMatch(term -> term.isIn(message))
                && excluded.stream().noneMatch(term -> term.isIn(message))
                && (optional.isEmpty() || optional.stream().anyMatch(term -> term.isIn(message)));
    }

    private static Term term(Matcher word) throws InvalidPatternException {
        if (word.group(3) != null) {
            try {
                return Pattern.compile(word.group(3)).asPredicate()::test;
            } catch (PatternSyntaxException e) {
                throw new InvalidPatternException(e.getDescription());
            }
        }
        String part = word.group(2) != null ? word.group(2).replaceAll("\\\\(.)", "$1") : word.group(4);
        return message -> message.contains(part);
    }
}
