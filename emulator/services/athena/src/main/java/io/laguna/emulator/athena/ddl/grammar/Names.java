package io.laguna.emulator.athena.ddl.grammar;

import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MultipartIdentifierContext;

/**
 * The reader of names, which Athena folds to lower case.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html">Names</a>
 */
public final class Names {
    private final Words words;

    public Names(Words words) {
        this.words = words;
    }

    public static String identifier(ParserRuleContext identifier) {
        return identifier(identifier.getText());
    }

    public static String identifier(String text) {
        String name = text.startsWith("`") && text.length() > 1
                ? text.substring(1, text.length() - 1).replace("``", "`")
                : text;
        return name.toLowerCase(Locale.ROOT);
    }

    public TableName table(IdentifierReferenceContext reference) {
        return table(parts(reference));
    }

    /**
     * Returns a table's name. The example of SHOW CREATE TABLE has both names in one pair of backticks:
     * {@code `db.table`}.
     */
    public TableName table(MultipartIdentifierContext name) {
        List<String> parts = withoutCatalog(parts(name), 3);
        if (parts.size() > 2) {
            throw Failures.syntax(words, name.getStart(), " in table name");
        }
        if (parts.size() == 2) {
            return new TableName(Optional.of(parts.get(0)), parts.get(1));
        }
        String only = parts.get(0);
        int dot = only.indexOf('.');
        return dot < 0
                ? new TableName(Optional.empty(), only)
                : new TableName(Optional.of(only.substring(0, dot)), only.substring(dot + 1));
    }

    public String database(IdentifierReferenceContext reference) {
        MultipartIdentifierContext name = parts(reference);
        List<String> parts = withoutCatalog(parts(name), 2);
        return parts.size() == 1 ? parts.get(0) : single(name);
    }

    /** Returns a name that has no dots, of a database or a column. */
    public String single(MultipartIdentifierContext name) {
        List<String> parts = parts(name);
        if (parts.size() > 1) {
            throw Failures.syntax(words, name.getStart(), "");
        }
        return parts.get(0);
    }

    /** Returns the parts of a name without the Data Catalog, which may be named in front; no other catalog has DDL. */
    private static List<String> withoutCatalog(List<String> parts, int full) {
        boolean named = parts.size() == full && parts.get(0).equals("awsdatacatalog");
        return named ? parts.subList(1, full) : parts;
    }

    public static List<String> parts(MultipartIdentifierContext name) {
        return name.parts.stream().map(Names::identifier).toList();
    }

    private MultipartIdentifierContext parts(IdentifierReferenceContext reference) {
        return Optional.ofNullable(reference.multipartIdentifier())
                .orElseThrow(() -> Failures.syntax(words, reference.getStart(), ""));
    }
}
