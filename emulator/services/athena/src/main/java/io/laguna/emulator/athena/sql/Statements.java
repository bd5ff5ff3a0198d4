package io.laguna.emulator.athena.sql;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.read.DdlParser;
import io.trino.grammar.sql.SqlBaseLexer;
import io.trino.grammar.sql.SqlBaseParser.CreateTableAsSelectContext;
import io.trino.grammar.sql.SqlBaseParser.CreateViewContext;
import io.trino.grammar.sql.SqlBaseParser.DeallocateContext;
import io.trino.grammar.sql.SqlBaseParser.DeleteContext;
import io.trino.grammar.sql.SqlBaseParser.DropViewContext;
import io.trino.grammar.sql.SqlBaseParser.ExecuteContext;
import io.trino.grammar.sql.SqlBaseParser.ExplainAnalyzeContext;
import io.trino.grammar.sql.SqlBaseParser.ExplainContext;
import io.trino.grammar.sql.SqlBaseParser.IdentifierContext;
import io.trino.grammar.sql.SqlBaseParser.InsertIntoContext;
import io.trino.grammar.sql.SqlBaseParser.MergeContext;
import io.trino.grammar.sql.SqlBaseParser.PrepareContext;
import io.trino.grammar.sql.SqlBaseParser.QualifiedNameContext;
import io.trino.grammar.sql.SqlBaseParser.ShowCreateViewContext;
import io.trino.grammar.sql.SqlBaseParser.ShowFunctionsContext;
import io.trino.grammar.sql.SqlBaseParser.ShowStatsContext;
import io.trino.grammar.sql.SqlBaseParser.StatementContext;
import io.trino.grammar.sql.SqlBaseParser.StatementDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.UpdateContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import software.amazon.awssdk.services.athena.model.StatementType;

/**
 * The reader of statements: Hive's DDL by its own grammar, everything else by Trino's, with what Athena adds to it.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/ddl-sql-reference.html">SQL reference for Athena</a>
 */
public final class Statements {
    private Statements() {}

    /**
     * Reads one statement, with or without a semicolon at its end.
     *
     * @throws SyntaxFailure for more than one statement, or for one that no grammar knows
     * @throws io.laguna.emulator.athena.ddl.model.StatementFailure for DDL that cannot be read, or that Athena refuses
     */
    public static Statement parse(String query) {
        String text = AthenaOnly.inTrinosGrammar(withoutSemicolon(query));
        Optional<CatalogStatement> ddl = DdlParser.parse(text);
        if (ddl.isPresent()) {
            return ofCatalog(text, ddl.get());
        }
        TrinoText trino = new TrinoText(text);
        return UnloadReader.read(trino).orElseGet(() -> read(trino.statement(), trino, text));
    }

    private static Statement ofCatalog(String text, CatalogStatement statement) {
        Token first = new TrinoText(text).tokens().get(0);
        boolean asks =
                List.of("SHOW", "DESCRIBE", "DESC").contains(first.getText().toUpperCase(Locale.ROOT));
        return new Statement.OfCatalog(
                text, statement, asks ? StatementType.UTILITY : StatementType.DDL, Optional.empty());
    }

    private static Statement read(StatementContext context, TrinoText trino, String text) {
        if (context instanceof StatementDefaultContext) {
            return new Statement.Rows(text, StatementType.DML, Optional.of("SELECT"));
        }
        if (context instanceof CreateTableAsSelectContext create) {
            return TableAsSelectReader.read(create, trino, text);
        }
        if (context instanceof InsertIntoContext insert) {
            return new Statement.Insert(text, table(insert.qualifiedName()));
        }
        if (context instanceof DeleteContext) {
            return new Statement.RowChange(text, Optional.of("DELETE"));
        }
        if (context instanceof UpdateContext) {
            return new Statement.RowChange(text, Optional.of("UPDATE"));
        }
        if (context instanceof MergeContext) {
            return new Statement.RowChange(text, Optional.of("MERGE"));
        }
        if (context instanceof CreateViewContext) {
            return new Statement.Change(text, StatementType.DDL, Optional.of("CREATE_VIEW"));
        }
        if (context instanceof DropViewContext) {
            return new Statement.Change(text, StatementType.DDL, Optional.of("DROP_VIEW"));
        }
        if (context instanceof ExplainContext || context instanceof ExplainAnalyzeContext) {
            return new Statement.Rows(text, StatementType.UTILITY, Optional.of("EXPLAIN"));
        }
        if (context instanceof ShowCreateViewContext) {
            return new Statement.ShowCreateView(text);
        }
        if (context instanceof ShowFunctionsContext || context instanceof ShowStatsContext) {
            return new Statement.Rows(text, StatementType.UTILITY, Optional.empty());
        }
        return ofPrepared(context, trino, text);
    }

    private static Statement ofPrepared(StatementContext context, TrinoText trino, String text) {
        if (context instanceof PrepareContext prepare) {
            return new Statement.Prepare(text, name(prepare.identifier()), trino.of(prepare.statement()));
        }
        if (context instanceof ExecuteContext execute) {
            return new Statement.Execute(
                    text,
                    name(execute.identifier()),
                    execute.expression().stream().map(trino::of).toList());
        }
        if (context instanceof DeallocateContext deallocate) {
            return new Statement.Deallocate(text, name(deallocate.identifier()));
        }
        throw new SyntaxFailure("Queries of this type are not supported");
    }

    static TableName table(QualifiedNameContext name) {
        List<String> parts = name.identifier().stream().map(Statements::name).toList();
        int last = parts.size() - 1;
        return new TableName(last > 0 ? Optional.of(parts.get(last - 1)) : Optional.empty(), parts.get(last));
    }

    /** Returns a name as the engine takes it: in lower case, without quotes. */
    private static String name(IdentifierContext identifier) {
        String text = identifier.getText();
        String bare =
                text.startsWith("\"") ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
        return bare.toLowerCase(Locale.ROOT);
    }

    private static String withoutSemicolon(String query) {
        TrinoText whole = new TrinoText(query);
        List<Token> tokens = whole.tokens();
        int semicolons = 0;
        while (semicolons < tokens.size()
                && tokens.get(tokens.size() - 1 - semicolons).getText().equals(";")) {
            semicolons++;
        }
        List<Token> own = tokens.subList(0, tokens.size() - semicolons);
        if (own.isEmpty()) {
            throw new SyntaxFailure("Query string is empty");
        }
        if (own.stream().anyMatch(token -> token.getType() == SqlBaseLexer.SEMICOLON)) {
            throw new SyntaxFailure("Only one sql statement is allowed. Got: " + query);
        }
        return semicolons == 0 ? query : whole.upTo(own.get(own.size() - 1));
    }
}
