package io.laguna.wire;

import java.util.Optional;

/**
 * A rule of AWS's model about a member of a request: whether it has to be there, and between which numbers it is.
 *
 * @param least the smallest number; {@code Long.MIN_VALUE} where the model says none
 * @param most the largest number; {@code Long.MAX_VALUE} where the model says none
 */
record MemberRule(String member, boolean required, long least, long most) {
    private static final String REQUIRED = "!";
    private static final char RANGE = '=';
    private static final String TO = "..";

    /** Reads the word of an index: {@code JobFlowId!}, {@code MaxResults=1..100}, {@code Size!=0..}. */
    static MemberRule ofWord(String word) {
        int range = word.indexOf(RANGE);
        String name = range < 0 ? word : word.substring(0, range);
        boolean required = name.endsWith(REQUIRED);
        String member = required ? name.substring(0, name.length() - REQUIRED.length()) : name;
        if (range < 0) {
            return new MemberRule(member, required, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        int to = word.indexOf(TO, range);
        String least = word.substring(range + 1, to);
        String most = word.substring(to + TO.length());
        return new MemberRule(
                member,
                required,
                least.isEmpty() ? Long.MIN_VALUE : Long.parseLong(least),
                most.isEmpty() ? Long.MAX_VALUE : Long.parseLong(most));
    }

    String word() {
        String range = least == Long.MIN_VALUE && most == Long.MAX_VALUE
                ? ""
                : RANGE
                        + (least == Long.MIN_VALUE ? "" : Long.toString(least))
                        + TO
                        + (most == Long.MAX_VALUE ? "" : Long.toString(most));
        return member + (required ? REQUIRED : "") + range;
    }

    /** Returns the constraint that a number breaks, in the words of AWS; empty when it breaks none. */
    Optional<String> broken(Number number) {
        if (least == Long.MIN_VALUE && most == Long.MAX_VALUE) {
            return Optional.empty();
        }
        boolean whole = !(number instanceof Double) && !(number instanceof Float);
        boolean enough = whole ? number.longValue() >= least : number.doubleValue() >= least;
        boolean tooMuch = whole ? number.longValue() > most : number.doubleValue() > most;
        if (!enough) {
            return Optional.of("Member must have value greater than or equal to " + least);
        }
        return tooMuch ? Optional.of("Member must have value less than or equal to " + most) : Optional.empty();
    }
}
