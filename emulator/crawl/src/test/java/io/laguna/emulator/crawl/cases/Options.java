package io.laguna.emulator.crawl.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a line, {@code name=value} each; a value may be quoted by {@code '}. */
record Options(List<String> words) {
    private static final Pattern WORD = Pattern.compile("(\\w+)=('[^']*'|\\S+)");

    static Options of(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            String value = matcher.group(2);
            words.add(
                    matcher.group(1) + "=" + (value.startsWith("'") ? value.substring(1, value.length() - 1) : value));
        }
        return new Options(words);
    }

    List<String> all(String name) {
        return words.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .toList();
    }

    String get(String name, String otherwise) {
        List<String> all = all(name);
        return all.isEmpty() ? otherwise : all.get(all.size() - 1);
    }
}
