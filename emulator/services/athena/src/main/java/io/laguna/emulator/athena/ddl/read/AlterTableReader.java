package io.laguna.emulator.athena.ddl.read;

import io.laguna.emulator.athena.ddl.command.AddColumns;
import io.laguna.emulator.athena.ddl.command.AddPartitions;
import io.laguna.emulator.athena.ddl.command.ChangeColumn;
import io.laguna.emulator.athena.ddl.command.DropColumn;
import io.laguna.emulator.athena.ddl.command.DropPartitions;
import io.laguna.emulator.athena.ddl.command.RenamePartition;
import io.laguna.emulator.athena.ddl.command.RenameTable;
import io.laguna.emulator.athena.ddl.command.ReplaceColumns;
import io.laguna.emulator.athena.ddl.command.SetLocation;
import io.laguna.emulator.athena.ddl.command.SetTableProperties;
import io.laguna.emulator.athena.ddl.command.UnsetTableProperties;
import io.laguna.emulator.athena.ddl.grammar.Grammar;
import io.laguna.emulator.athena.ddl.grammar.Literals;
import io.laguna.emulator.athena.ddl.grammar.Names;
import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.Location;
import io.laguna.emulator.athena.ddl.model.PartitionSpec;
import io.laguna.emulator.athena.ddl.model.StatementFailure;
import io.laguna.emulator.athena.ddl.words.Words;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AddTableColumnsContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AddTablePartitionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ColPositionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DropTableColumnsContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DropTablePartitionsContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.HiveChangeColumnContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.HiveReplaceColumnsContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionSpecLocationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RenameTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RenameTablePartitionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SetTableLocationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SetTablePropertiesContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.UnsetTablePropertiesContext;

/** The reader of ALTER TABLE. */
final class AlterTableReader extends StatementReader {
    private final ColumnReader columns;
    private final Optional<PartitionSpec> spec;

    /**
     * Creates a reader.
     *
     * @param spec that was taken out of the statement, because Spark's grammar has none before ADD COLUMNS
     */
    private AlterTableReader(Words words, Optional<PartitionSpec> spec) {
        super(words);
        this.columns = new ColumnReader(words);
        this.spec = spec;
    }

    static CatalogStatement read(Words words) {
        int partition = words.outside(2, "PARTITION").orElse(words.size());
        int add = words.outside(2, "ADD").orElse(words.size());
        if (!words.startWith("ALTER TABLE") || !words.are(add, "ADD COLUMNS") || partition > add) {
            return new AlterTableReader(words, Optional.empty()).visit(tree(words));
        }
        PartitionSpec spec =
                new Literals(words).partition(Grammar.read(words.part(partition, add), SqlBaseParser::partitionSpec));
        Words without = words.without(partition, add);
        return new AlterTableReader(without, Optional.of(spec)).visit(tree(without));
    }

    private static SqlBaseParser.StatementContext tree(Words words) {
        return Grammar.read(words, SqlBaseParser::statement);
    }

    @Override
    public CatalogStatement visitAddTablePartition(AddTablePartitionContext statement) {
        refuseView(statement.VIEW() != null);
        return new AddPartitions(
                names.table(statement.identifierReference()),
                statement.EXISTS() != null,
                statement.partitionSpecLocation().stream().map(this::added).toList());
    }

    private AddPartitions.Added added(PartitionSpecLocationContext partition) {
        return new AddPartitions.Added(
                literals.partition(partition.partitionSpec()),
                Optional.ofNullable(partition.locationSpec())
                        .map(location -> literals.text(location.stringLit()))
                        .map(Location::checked));
    }

    @Override
    public CatalogStatement visitDropTablePartitions(DropTablePartitionsContext statement) {
        refuseView(statement.VIEW() != null);
        return new DropPartitions(
                names.table(statement.identifierReference()),
                statement.EXISTS() != null,
                statement.partitionSpec().stream().map(literals::partition).toList());
    }

    @Override
    public CatalogStatement visitRenameTablePartition(RenameTablePartitionContext statement) {
        return new RenamePartition(
                names.table(statement.identifierReference()),
                literals.partition(statement.from),
                literals.partition(statement.to));
    }

    @Override
    public CatalogStatement visitSetTableLocation(SetTableLocationContext statement) {
        return new SetLocation(
                names.table(statement.identifierReference()),
                Optional.ofNullable(statement.partitionSpec()).map(literals::partition),
                Location.checked(literals.text(statement.locationSpec().stringLit())));
    }

    @Override
    public CatalogStatement visitSetTableProperties(SetTablePropertiesContext statement) {
        refuseView(statement.VIEW() != null);
        return new SetTableProperties(
                names.table(statement.identifierReference()), literals.properties(statement.propertyList()));
    }

    @Override
    public CatalogStatement visitUnsetTableProperties(UnsetTablePropertiesContext statement) {
        refuseView(statement.VIEW() != null);
        return new UnsetTableProperties(names.table(statement.identifierReference()));
    }

    /** Reads ADD COLUMNS. Athena has only this form, with its columns in parentheses. */
    @Override
    public CatalogStatement visitAddTableColumns(AddTableColumnsContext statement) {
        if (statement.COLUMNS() == null || statement.LEFT_PAREN() == null) {
            throw Failures.syntax(words, statement.columns.getStart(), " in alter table statement");
        }
        return new AddColumns(names.table(statement.identifierReference()), spec, columns.added(statement.columns));
    }

    @Override
    public CatalogStatement visitHiveReplaceColumns(HiveReplaceColumnsContext statement) {
        return new ReplaceColumns(
                names.table(statement.table),
                Optional.ofNullable(statement.partitionSpec()).map(literals::partition),
                columns.added(statement.columns));
    }

    @Override
    public CatalogStatement visitHiveChangeColumn(HiveChangeColumnContext statement) {
        return new ChangeColumn(
                names.table(statement.table),
                Optional.ofNullable(statement.partitionSpec()).map(literals::partition),
                names.single(statement.colName),
                columns.column(statement.colType()),
                Optional.ofNullable(statement.colPosition()).map(AlterTableReader::position));
    }

    private static ChangeColumn.Position position(ColPositionContext position) {
        return new ChangeColumn.Position(Optional.ofNullable(position.afterCol).map(Names::identifier));
    }

    /** Reads DROP COLUMN. Athena has only this form, of one column, and for Iceberg's tables alone. */
    @Override
    public CatalogStatement visitDropTableColumns(DropTableColumnsContext statement) {
        StatementFailure refusal = Failures.syntax(
                words, words.outside(3, "DROP").orElse(3) + 1, " expecting PARTITION in drop partition statement");
        boolean one = statement.COLUMN() != null
                && statement.EXISTS() == null
                && statement.LEFT_PAREN() == null
                && statement.columns.multipartIdentifier().size() == 1;
        if (!one) {
            throw refusal;
        }
        return new DropColumn(
                names.table(statement.identifierReference()),
                Names.parts(statement.columns.multipartIdentifier(0)),
                refusal);
    }

    @Override
    public CatalogStatement visitRenameTable(RenameTableContext statement) {
        refuseView(statement.VIEW() != null);
        return new RenameTable(names.table(statement.from), names.table(statement.to));
    }

    private static void refuseView(boolean view) {
        if (view) {
            throw Failures.unsupported("ALTER VIEW");
        }
    }
}
