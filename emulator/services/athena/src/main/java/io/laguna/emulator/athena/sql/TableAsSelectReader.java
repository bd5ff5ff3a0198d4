package io.laguna.emulator.athena.sql;

import io.trino.grammar.sql.SqlBaseParser.CreateTableAsSelectContext;
import java.util.Map;
import java.util.Optional;

/**
 * The reader of {@code CREATE TABLE AS}, which takes out the properties and leaves the rest as it is written.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/create-table-as.html">CREATE TABLE AS</a>
 */
final class TableAsSelectReader {
    private TableAsSelectReader() {}

    static Statement read(CreateTableAsSelectContext create, TrinoText trino, String text) {
        if (create.OR() != null) {
            throw new SyntaxFailure("CREATE OR REPLACE TABLE is not supported");
        }
        if (create.columnAliases() != null || create.COMMENT() != null) {
            throw new SyntaxFailure("CREATE TABLE AS takes neither names of columns nor a comment");
        }
        Map<String, PropertyValue> properties = Optional.ofNullable(create.properties())
                .map(given -> Properties.of(given, trino))
                .orElse(Map.of());
        return new Statement.TableAsSelect(
                text,
                create.EXISTS() != null,
                Statements.table(create.qualifiedName()),
                properties,
                trino.tail(create.AS().getSymbol()));
    }
}
