package io.laguna.emulator.secretsmanager;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a text, without regard to case: AWS "breaks the filter value string into words and then searches all
 * attributes for matches". A capital letter behind a small one begins a word too.
 */
record Words(List<String> words) {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    static Words of(String text) {
        return new Words(BETWEEN.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList());
    }

    /** Tells whether each word of the others, of which there is one at least, begins a word of these. */
    boolean haveAllOf(Words others) {
        return !others.words.isEmpty()
                && others.words.stream().allMatch(other -> words.stream().anyMatch(word -> word.startsWith(other)));
    }
}
