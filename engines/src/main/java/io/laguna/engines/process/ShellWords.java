package io.laguna.engines.process;

import java.util.ArrayList;
import java.util.List;

/**
 * A line split into words as a POSIX shell splits it, without expanding anything: the parameters of a job run, a
 * driver's Java options.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_02">Quoting</a>
 */
public final class ShellWords {
    private static final String ESCAPABLE = "$`\"\\\n";

    private final String what;
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int position;

    private ShellWords(String what, String line) {
        this.what = what;
        this.line = line;
    }

    /**
     * Splits a line.
     *
     * @param what the line's name, for the failure
     * @throws EngineFailure when a quote is not closed
     */
    public static List<String> split(String what, String line) {
        ShellWords words = new ShellWords(what, line);
        words.split();
        return List.copyOf(words.words);
    }

    private void split() {
        while (position < line.length()) {
            char next = line.charAt(position++);
            if (Character.isWhitespace(next)) {
                end();
            } else if (next == '\'') {
                single();
            } else if (next == '"') {
                quoted();
            } else if (next == '\\' && position < line.length()) {
                add(line.charAt(position++));
            } else {
                add(next);
            }
        }
        end();
    }

    private void single() {
        int close = line.indexOf('\'', position);
        if (close < 0) {
            throw unclosed('\'');
        }
        inWord = true;
        word.append(line, position, close);
        position = close + 1;
    }

    private void quoted() {
        inWord = true;
        while (position < line.length()) {
            char next = line.charAt(position++);
            if (next == '"') {
                return;
            }
            boolean escapes = next == '\\' && position < line.length() && ESCAPABLE.indexOf(line.charAt(position)) >= 0;
            add(escapes ? line.charAt(position++) : next);
        }
        throw unclosed('"');
    }

    private void add(char character) {
        inWord = true;
        word.append(character);
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private EngineFailure unclosed(char quote) {
        return new EngineFailure(what + " has a " + quote + " that is not closed.");
    }
}
