package io.laguna.emulator.athena.sql;

import io.trino.grammar.sql.SqlBaseLexer;
import io.trino.grammar.sql.SqlBaseParser.PropertiesContext;
import io.trino.grammar.sql.SqlBaseParser.PropertyContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/** The properties of a {@code WITH} clause, by their names in lower case. */
final class Properties {
    private Properties() {}

    static Map<String, PropertyValue> of(PropertiesContext context, TrinoText trino) {
        Map<String, PropertyValue> properties = new LinkedHashMap<>();
        for (PropertyContext property : context.propertyAssignments().property()) {
            String name = property.identifier().getText().toLowerCase(Locale.ROOT);
            String sql = trino.of(property.propertyValue());
            if (properties.put(name, new PropertyValue(sql, texts(sql))) != null) {
                throw new SyntaxFailure("Duplicate property: " + name);
            }
        }
        return properties;
    }

    private static List<String> texts(String sql) {
        List<Token> tokens = new TrinoText(sql).tokens();
        List<String> quoted = tokens.stream()
                .filter(token -> token.getType() == SqlBaseLexer.STRING)
                .map(Token::getText)
                .map(Properties::unquoted)
                .toList();
        return quoted.isEmpty() && tokens.size() == 1
                ? List.of(tokens.get(0).getText().toLowerCase(Locale.ROOT))
                : quoted;
    }

    /** Returns the text of a literal, without its quotes. */
    static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1).replace("''", "'");
    }
}
