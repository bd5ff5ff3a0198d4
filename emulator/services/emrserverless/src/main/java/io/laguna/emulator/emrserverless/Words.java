package io.laguna.emulator.emrserverless;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line as a POSIX shell splits it, without expanding anything.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_02">Quoting</a>
 */
final class Words {
    private static final String ESCAPABLE = "$`\"\\\n";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int position;

    private Words(String text) {
        this.text = text;
    }

    /** @throws software.amazon.awssdk.services.emrserverless.model.ValidationException when a quote is not closed */
    static List<String> in(String text) {
        Words words = new Words(text);
        words.split();
        return List.copyOf(words.words);
    }

    private void split() {
        while (position < text.length()) {
            char next = text.charAt(position++);
            if (Character.isWhitespace(next)) {
                end();
            } else if (next == '\'') {
                single();
            } else if (next == '"') {
                quoted();
            } else if (next == '\\' && position < text.length()) {
                add(text.charAt(position++));
            } else {
                add(next);
            }
        }
        end();
    }

    private void single() {
        int close = text.indexOf('\'', position);
        if (close < 0) {
            throw unclosed('\'');
        }
        inWord = true;
        word.append(text, position, close);
        position = close + 1;
    }

    private void quoted() {
        inWord = true;
        while (position < text.length()) {
            char next = text.charAt(position++);
            if (next == '"') {
                return;
            }
            boolean escapes = next == '\\' && position < text.length() && ESCAPABLE.indexOf(text.charAt(position)) >= 0;
            add(escapes ? text.charAt(position++) : next);
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

    private static RuntimeException unclosed(char quote) {
        return Failures.invalid("sparkSubmitParameters has a " + quote + " that is not closed.");
    }
}
