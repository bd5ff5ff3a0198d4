package io.laguna.emulator.glue.hive;

import io.krakens.grok.api.Grok;
import io.krakens.grok.api.GrokCompiler;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Grok pattern as a regular expression for Hive's RegexSerDe: engines have that SerDe, and none has AWS's GrokSerDe.
 *
 * <p>Grok looks for the pattern anywhere in a line, and a column gets the text that the part of its name has found, in
 * any order. RegexSerDe matches whole lines, and its groups are the columns in their order.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/grok-serde.html">Grok SerDe</a>
 */
final class GrokPattern {
    private static final String ANYTHING_BEFORE = ".*?";
    /** A group that never matches: its column is null. */
    private static final String NOTHING = "((?!))?";

    private final RegexGroups groups;
    /** The groups that fill the columns, by the names of the columns. */
    private final Map<String, String> captures;

    private GrokPattern(RegexGroups groups, Map<String, String> captures) {
        this.groups = groups;
        this.captures = captures;
    }

    /**
     * Reads a pattern.
     *
     * @param format as in {@code input.format}: {@code %{IP:client} %{WORD:verb}}
     * @param custom as in {@code input.grokCustomPatterns}: a name and a pattern on each line
     * @throws IllegalArgumentException when it names a pattern that does not exist, or makes no regular expression
     */
    static GrokPattern of(String format, String custom) {
        GrokCompiler compiler = GrokCompiler.newInstance();
        compiler.registerDefaultPatterns();
        try {
            compiler.register(new StringReader(custom.replace("\\n", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException("Of a text in memory", e);
        }
        Grok grok = compiler.compile(format);
        RegexGroups groups = RegexGroups.of(grok.getNamedRegex());
        Map<String, String> captures = new HashMap<>();
        for (String group : groups.names()) {
            captures.putIfAbsent(
                    column(Optional.ofNullable(grok.getNamedRegexCollectionById(group))
                            .orElse(group)),
                    group);
        }
        return new GrokPattern(groups, captures);
    }

    /**
     * Returns the column of a name, which may be followed by a type, as in {@code %{INT:status:int}}; the column has a
     * type of its own.
     */
    private static String column(String name) {
        return name.split("[:;]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the regular expression whose groups are these columns.
     *
     * @param columns their names, in lower case
     */
    String regex(List<String> columns) {
        List<Optional<String>> wanted = columns.stream()
                .map(column -> Optional.ofNullable(captures.get(column)))
                .toList();
        List<String> found = wanted.stream().flatMap(Optional::stream).toList();
        if (found.size() == columns.size() && isInOrder(found)) {
            return ANYTHING_BEFORE + groups.capturing(Set.copyOf(found)) + ".*";
        }
        // There is a look-ahead for each column, in the order of the columns.
        return wanted.stream()
                .map(group -> group.map(name -> "(?=" + ANYTHING_BEFORE + groups.capturing(Set.of(name)) + ")")
                        .orElse(NOTHING))
                .collect(Collectors.joining("", "", ANYTHING_BEFORE + groups.capturing(Set.of()) + ".*"));
    }

    private boolean isInOrder(List<String> found) {
        return groups.names().stream().filter(found::contains).toList().equals(found);
    }
}
