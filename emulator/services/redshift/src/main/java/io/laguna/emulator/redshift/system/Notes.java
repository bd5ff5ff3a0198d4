package io.laguna.emulator.redshift.system;

import io.laguna.redshift.sql.Piece;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.wire.order.Note;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The notes that a session's statements leave in the journal.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/SYS_QUERY_HISTORY.html">Kinds of queries</a>
 */
public final class Notes {
    private static final String DEFAULT = "default";
    private static final Set<String> SECRETS = Set.of(
            "password", "credentials", "access_key_id", "secret_access_key", "session_token", "master_symmetric_key");
    private static final Pattern JOURNAL =
            Pattern.compile("(?i)\\b((stl|stv|svl|sys)_\\w+|pg_last_(query_id|copy_id|copy_count))\\b");

    private String label = DEFAULT;

    /** Returns the note of a statement, and follows what it says of later ones. */
    public Note of(Piece piece, Statement statement) {
        List<Token> tokens = Lexer.tokens(piece.text(), 0, false);
        String text = withoutSecrets(piece.text(), tokens);
        Note note = new Note(
                text.strip(),
                kind(statement, tokens),
                label,
                JOURNAL.matcher(text).find());
        if (statement instanceof Statement.Parameter parameter
                && (parameter.name().equals("query_group") || parameter.resetsAll())) {
            label = switch (parameter.verb()) {
                case SET -> parameter.value().orElse(DEFAULT);
                case RESET -> DEFAULT;
                case SHOW -> label;
            };
        }
        return note;
    }

    /** Returns the note of a statement that was noted before and is run again. */
    public Note again(Note before) {
        return before.label().equals(label) ? before : new Note(before.text(), before.kind(), label, before.asks());
    }

    /** Returns a text in which strings after the words for secrets are masked. */
    private static String withoutSecrets(String text, List<Token> tokens) {
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            int string = i + 1;
            if (!isSecret(tokens.get(i))) {
                continue;
            }
            while (isWord(tokens.get(string), "as")) {
                string++;
            }
            Token secret = tokens.get(string);
            if (secret.kind() == Kind.STRING) {
                masked.append(text, copied, secret.place()).append("'***'");
                copied = secret.place() + secret.text().length();
            }
        }
        return masked.append(text.substring(copied)).toString();
    }

    private static boolean isSecret(Token token) {
        return token.kind() == Kind.WORD && SECRETS.contains(token.word());
    }

    private static boolean isWord(Token token, String word) {
        return token.kind() == Kind.WORD && token.word().equals(word);
    }

    private static String kind(Statement statement, List<Token> tokens) {
        if (statement instanceof Statement.Copy) {
            return "COPY";
        }
        if (statement instanceof Statement.Unload) {
            return "UNLOAD";
        }
        if (statement instanceof Statement.CreateTableAs) {
            return "CTAS";
        }
        return switch (tokens.get(0).text().toLowerCase(Locale.ROOT)) {
            case "select", "with", "(", "values", "table" -> "SELECT";
            case "insert" -> "INSERT";
            case "update" -> "UPDATE";
            case "delete" -> "DELETE";
            case "merge", "call" -> "OTHER";
            case "create", "alter", "drop", "comment", "grant", "revoke", "truncate", "refresh" -> "DDL";
            default -> "UTILITY";
        };
    }
}
