package io.laguna.emulator.crawl.grok;

import io.laguna.emulator.crawl.schema.Column;
import io.laguna.emulator.crawl.schema.ColumnType;
import io.laguna.emulator.crawl.schema.ColumnType.Simple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A grok pattern as a regular expression, and the fields that it names, in their order. */
final class GrokExpression {
    private static final Pattern REFERENCE =
            Pattern.compile("%\\{(?<pattern>\\w+)(?::(?<field>[^:;}]+)(?:[:;](?<type>[^}]*))?)?}");
    private static final int DEEPEST = 50;
    /** The name that java-grok's patterns give to what is no field. */
    private static final String NO_FIELD = "UNWANTED";

    private final GrokPatterns patterns;
    private final Map<String, Column> fields = new LinkedHashMap<>();
    private final Pattern regex;

    /** @throws IllegalArgumentException when it names a pattern that does not exist, or makes no regular expression */
    GrokExpression(String format, GrokPatterns patterns) {
        this.patterns = patterns;
        try {
            this.regex = Pattern.compile(expanded(format, 0));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("The grok pattern is invalid: " + e.getDescription(), e);
        }
    }

    Matcher matcher(String line) {
        return regex.matcher(line);
    }

    List<Column> columns() {
        return List.copyOf(fields.values());
    }

    private String expanded(String format, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("The grok pattern contains itself");
        }
        StringBuilder result = new StringBuilder();
        Matcher reference = REFERENCE.matcher(format);
        int position = 0;
        while (reference.find()) {
            String name = reference.group("pattern");
            String definition = patterns.get(name)
                    .orElseThrow(() -> new IllegalArgumentException("No grok pattern is called " + name));
            addField(reference);
            result.append(format, position, reference.start())
                    .append("(?:")
                    .append(expanded(definition, depth + 1))
                    .append(')');
            position = reference.end();
        }
        return result.append(format, position, format.length()).toString();
    }

    private void addField(Matcher reference) {
        String field = reference.group("field");
        if (field != null && !field.equals(NO_FIELD)) {
            Column column = Column.of(field, type(reference.group("type")));
            fields.putIfAbsent(column.name().toLowerCase(Locale.ROOT), column);
        }
    }

    private static ColumnType type(String name) {
        return switch (name == null ? "" : name) {
            case "byte" -> new Simple("tinyint");
            case "short" -> new Simple("smallint");
            case "int" -> ColumnType.INT;
            case "long" -> ColumnType.BIGINT;
            case "float" -> new Simple("float");
            case "double" -> ColumnType.DOUBLE;
            case "boolean" -> ColumnType.BOOLEAN;
            default -> ColumnType.STRING;
        };
    }
}
