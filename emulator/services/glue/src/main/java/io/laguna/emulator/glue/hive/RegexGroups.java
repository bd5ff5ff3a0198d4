package io.laguna.emulator.glue.hive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A regular expression of {@link Pattern}, of which a caller can choose the groups that capture. */
final class RegexGroups {
    private static final Pattern NAMED = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");
    private static final String QUOTE_END = "\\E";

    /** The pieces of the expression: the beginnings of named groups, and the text between them. */
    private final List<Piece> pieces;

    private RegexGroups(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /**
     * A piece of the expression.
     *
     * @param text as written, or the name where it begins a group
     */
    private record Piece(String text, boolean isGroup) {}

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException when it refers back to groups, whose numbers change here
     */
    static RegexGroups of(String regex) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < regex.length()) {
            int end = end(regex, at);
            String text = regex.substring(at, end);
            Matcher named = NAMED.matcher(text);
            if (named.matches()) {
                pieces.add(new Piece(named.group(1), true));
            } else {
                pieces.add(new Piece(text.equals("(") && !regex.startsWith("(?", at) ? "(?:" : text, false));
            }
            at = end;
        }
        return new RegexGroups(pieces);
    }

    /** Returns the names of the named groups, in the order in which they begin. */
    List<String> names() {
        return pieces.stream().filter(Piece::isGroup).map(Piece::text).toList();
    }

    /** Returns the expression in which these groups capture, and no others. */
    String capturing(Set<String> names) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.isGroup()) {
                text.append(names.contains(piece.text()) ? "(" : "(?:");
            } else {
                text.append(piece.text());
            }
        }
        return "(?:" + text + ")";
    }

    /** Returns the index at which the piece ends that begins at an index. */
    private static int end(String regex, int at) {
        return switch (regex.charAt(at)) {
            case '\\' -> escapeEnd(regex, at);
            case '[' -> classEnd(regex, at);
            case '(' -> {
                Matcher named = NAMED.matcher(regex).region(at, regex.length());
                yield named.lookingAt() ? named.end() : at + 1;
            }
            default -> at + 1;
        };
    }

    private static int escapeEnd(String regex, int at) {
        if (regex.startsWith("\\Q", at)) {
            int end = regex.indexOf(QUOTE_END, at);
            return end < 0 ? regex.length() : end + QUOTE_END.length();
        }
        if (at + 1 < regex.length() && "123456789k".indexOf(regex.charAt(at + 1)) >= 0) {
            throw new IllegalArgumentException("it refers back to what a group has matched, at index " + at);
        }
        return Math.min(at + 2, regex.length());
    }

    /** Returns the index behind a class of characters, which may hold other classes. */
    private static int classEnd(String regex, int at) {
        int depth = 0;
        int next = at;
        while (next < regex.length()) {
            char symbol = regex.charAt(next);
            if (symbol == '\\') {
                next++;
            } else if (symbol == '[') {
                depth++;
                next += memberFirst(regex, next + 1);
            } else if (symbol == ']') {
                depth--;
            }
            next++;
            if (depth == 0) {
                return next;
            }
        }
        return regex.length();
    }

    /**
     * Returns how many characters a closing bracket takes that comes first in a class, where it is a member and closes
     * nothing; 0 where none comes first.
     */
    private static int memberFirst(String regex, int at) {
        if (regex.startsWith("^]", at)) {
            return 2;
        }
        return regex.startsWith("]", at) ? 1 : 0;
    }
}
