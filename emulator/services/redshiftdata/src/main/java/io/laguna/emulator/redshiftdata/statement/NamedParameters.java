package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.redshiftdata.request.Failures;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;

/**
 * The parameters of a statement. A place {@code :name} outside strings and comments takes the value as a literal without a
 * type, so that the database gives it the type of its place.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-calling-considerations.html">Parameters</a>
 */
record NamedParameters(Map<String, String> values) {
    static NamedParameters of(List<SqlParameter> parameters) {
        return new NamedParameters(
                parameters.stream().collect(Collectors.toMap(SqlParameter::name, SqlParameter::value, (a, b) -> b)));
    }

    /**
     * Checks that the texts and the parameters belong together.
     *
     * @throws software.amazon.awssdk.services.redshiftdata.model.ValidationException when a parameter has no value, or a
     *     value no place
     */
    void check(List<String> sqls) {
        if (values.isEmpty()) {
            return;
        }
        List<String> used = sqls.stream()
                .flatMap(sql -> places(sql).stream().map(Token::text))
                .toList();
        used.stream().filter(name -> !values.containsKey(name)).findFirst().ifPresent(name -> {
            throw Failures.validation("Cannot find parameter: " + name);
        });
        TreeSet<String> unused = new TreeSet<>(values.keySet());
        used.forEach(unused::remove);
        if (!unused.isEmpty()) {
            throw Failures.validation("Parameters list contains unused parameters. Unused parameters: " + unused);
        }
    }

    /** Returns a text with the values at their places; it has been checked. */
    String filled(String sql) {
        if (values.isEmpty()) {
            return sql;
        }
        StringBuilder filled = new StringBuilder();
        int copied = 0;
        for (Token name : places(sql)) {
            filled.append(sql, copied, name.place() - 1).append(literal(values.get(name.text())));
            copied = name.place() + name.text().length();
        }
        return filled.append(sql.substring(copied)).toString();
    }

    /** Returns the names behind colons. A text that has no tokens has none: the database says what is wrong with it. */
    private static List<Token> places(String sql) {
        List<Token> names = new ArrayList<>();
        try {
            List<Token> tokens = Lexer.tokens(sql, 0, false);
            for (int i = 0; i + 1 < tokens.size(); i++) {
                Token name = tokens.get(i + 1);
                boolean colon = tokens.get(i).kind() == Kind.PUNCTUATION
                        && tokens.get(i).text().equals(":");
                boolean named = name.kind() == Kind.WORD || name.kind() == Kind.NUMBER;
                if (colon && named && name.lead().isEmpty()) {
                    names.add(name);
                }
            }
            return names;
        } catch (SqlError e) {
            return List.of();
        }
    }

    private static String literal(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
