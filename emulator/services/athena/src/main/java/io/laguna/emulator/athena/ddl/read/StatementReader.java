package io.laguna.emulator.athena.ddl.read;

import io.laguna.emulator.athena.ddl.command.CreateDatabase;
import io.laguna.emulator.athena.ddl.command.Describe;
import io.laguna.emulator.athena.ddl.command.DropDatabase;
import io.laguna.emulator.athena.ddl.command.DropTable;
import io.laguna.emulator.athena.ddl.command.RepairTable;
import io.laguna.emulator.athena.ddl.command.SetDatabaseProperties;
import io.laguna.emulator.athena.ddl.command.ShowColumns;
import io.laguna.emulator.athena.ddl.command.ShowCreateTable;
import io.laguna.emulator.athena.ddl.command.ShowDatabases;
import io.laguna.emulator.athena.ddl.command.ShowPartitions;
import io.laguna.emulator.athena.ddl.command.ShowTableProperties;
import io.laguna.emulator.athena.ddl.command.ShowTables;
import io.laguna.emulator.athena.ddl.grammar.Literals;
import io.laguna.emulator.athena.ddl.grammar.Names;
import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.Location;
import io.laguna.emulator.athena.ddl.model.NamePattern;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateNamespaceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DescribeRelationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DropNamespaceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DropTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FailNativeCommandContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RepairTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SetNamespacePropertiesContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ShowColumnsContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ShowCreateTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ShowNamespacesContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ShowPartitionsContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ShowTablesContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ShowTblPropertiesContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ShowViewsContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StatementContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StringLitContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParserBaseVisitor;

/**
 * The reader that makes statements of Spark's trees; {@link AlterTableReader} adds ALTER TABLE. A statement that is not
 * Athena's is refused.
 */
class StatementReader extends SqlBaseParserBaseVisitor<CatalogStatement> {
    final Words words;
    final Names names;
    final Literals literals;

    StatementReader(Words words) {
        this.words = words;
        this.names = new Names(words);
        this.literals = new Literals(words);
    }

    @Override
    public CatalogStatement visitCreateNamespace(CreateNamespaceContext statement) {
        return new CreateDatabase(
                names.database(statement.identifierReference()),
                statement.EXISTS() != null,
                literals.comment(statement.commentSpec()),
                literals.location(statement.locationSpec()).map(Location::checked),
                literals.properties(statement.propertyList()));
    }

    @Override
    public CatalogStatement visitSetNamespaceProperties(SetNamespacePropertiesContext statement) {
        return new SetDatabaseProperties(
                names.database(statement.identifierReference()), literals.properties(statement.propertyList()));
    }

    @Override
    public CatalogStatement visitDropNamespace(DropNamespaceContext statement) {
        return new DropDatabase(
                names.database(statement.identifierReference()),
                statement.EXISTS() != null,
                statement.CASCADE() != null);
    }

    @Override
    public CatalogStatement visitShowNamespaces(ShowNamespacesContext statement) {
        if (statement.multipartIdentifier() != null) {
            throw Failures.syntax(words, 2, "");
        }
        return new ShowDatabases(pattern(Optional.ofNullable(statement.pattern)).map(NamePattern::expression));
    }

    @Override
    public CatalogStatement visitShowTables(ShowTablesContext statement) {
        return new ShowTables(
                Optional.ofNullable(statement.identifierReference()).map(names::database),
                pattern(Optional.ofNullable(statement.pattern)).map(NamePattern::wildcards),
                false);
    }

    @Override
    public CatalogStatement visitShowViews(ShowViewsContext statement) {
        return new ShowTables(
                Optional.ofNullable(statement.identifierReference()).map(names::database),
                pattern(Optional.ofNullable(statement.pattern)).map(NamePattern::wildcards),
                true);
    }

    @Override
    public CatalogStatement visitShowColumns(ShowColumnsContext statement) {
        TableName table = names.table(statement.table);
        return new ShowColumns(Optional.ofNullable(statement.ns)
                .map(names::single)
                .map(database -> new TableName(Optional.of(database), table.name()))
                .orElse(table));
    }

    @Override
    public CatalogStatement visitShowPartitions(ShowPartitionsContext statement) {
        return new ShowPartitions(
                names.table(statement.identifierReference()),
                Optional.ofNullable(statement.partitionSpec()).map(literals::partition));
    }

    @Override
    public CatalogStatement visitShowTblProperties(ShowTblPropertiesContext statement) {
        return new ShowTableProperties(
                names.table(statement.table), Optional.ofNullable(statement.key).map(literals::key));
    }

    @Override
    public CatalogStatement visitShowCreateTable(ShowCreateTableContext statement) {
        return new ShowCreateTable(names.table(statement.identifierReference()));
    }

    /**
     * Reads DESCRIBE. Hive has no word TABLE there, and no VIEW: the page of DESCRIBE VIEW writes
     * {@code DESCRIBE view_name}.
     */
    @Override
    public CatalogStatement visitDescribeRelation(DescribeRelationContext statement) {
        if (statement.TABLE() != null) {
            throw Failures.noTable(new TableName(Optional.empty(), "table"));
        }
        TableName table = names.table(statement.identifierReference());
        Optional<List<String>> column = Optional.ofNullable(statement.describeColName())
                .map(name -> name.nameParts.stream().map(Names::identifier).toList());
        if (statement.identifierReference().getText().equalsIgnoreCase("view") && column.isPresent()) {
            return new Describe(view(column.get()), Describe.Detail.COLUMNS, Optional.empty(), List.of());
        }
        return new Describe(
                table,
                Optional.ofNullable(statement.option)
                        .map(option -> Describe.Detail.valueOf(option.getText().toUpperCase(Locale.ROOT)))
                        .orElse(Describe.Detail.COLUMNS),
                Optional.ofNullable(statement.partitionSpec()).map(literals::partition),
                column.orElse(List.of()));
    }

    @Override
    public CatalogStatement visitCreateTable(CreateTableContext statement) {
        return new CreateTableReader(words).read(statement);
    }

    @Override
    public CatalogStatement visitDropTable(DropTableContext statement) {
        return new DropTable(names.table(statement.identifierReference()), statement.EXISTS() != null);
    }

    @Override
    public CatalogStatement visitRepairTable(RepairTableContext statement) {
        if (statement.MSCK() == null || statement.option != null) {
            throw Failures.syntax(words, statement.MSCK() == null ? 0 : words.size() - 2, "");
        }
        return new RepairTable(names.table(statement.identifierReference()));
    }

    @Override
    public CatalogStatement visitFailNativeCommand(FailNativeCommandContext statement) {
        String keywords = keywords(statement.unsupportedHiveNativeCommands());
        if (keywords.equals("SHOW CREATE TABLE")) {
            // The form with a table's name is read above; a statement that comes here has none.
            throw Failures.syntax(words, 3, " in table name");
        }
        throw Failures.unsupported(keywords);
    }

    /** Refuses any statement that has no method of its own here. */
    @Override
    public CatalogStatement visitChildren(RuleNode node) {
        if (node instanceof StatementContext) {
            throw Failures.unsupported(keywords(node));
        }
        return super.visitChildren(node);
    }

    /** Returns a statement's own keywords: {@code ALTER TABLE SET SERDEPROPERTIES}. */
    static String keywords(ParseTree statement) {
        return IntStream.range(0, statement.getChildCount())
                .mapToObj(statement::getChild)
                .filter(TerminalNode.class::isInstance)
                .map(ParseTree::getText)
                .filter(text -> Character.isLetter(text.charAt(0)))
                .map(text -> text.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private TableName view(List<String> parts) {
        return parts.size() == 1
                ? new TableName(Optional.empty(), parts.get(0))
                : new TableName(Optional.of(parts.get(0)), parts.get(1));
    }

    private Optional<String> pattern(Optional<StringLitContext> text) {
        return text.map(literals::text);
    }
}
