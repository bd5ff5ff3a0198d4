package io.laguna.emulator.athena.ddl.read;

import io.laguna.emulator.athena.ddl.grammar.Literals;
import io.laguna.emulator.athena.ddl.grammar.Names;
import io.laguna.emulator.athena.ddl.model.Buckets;
import io.laguna.emulator.athena.ddl.model.ColumnDefinition;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.FileFormat;
import io.laguna.emulator.athena.ddl.model.RowFormat;
import io.laguna.emulator.athena.ddl.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.BucketSpecContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateFileFormatContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateTableClausesContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.GenericFileFormatContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.OrderedIdentifierContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionColumnContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionFieldContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionFieldListContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RowFormatContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RowFormatDelimitedContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RowFormatSerdeContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StringLitContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableFileFormatContext;
import software.amazon.awssdk.services.glue.model.Order;

/** The reader of the clauses that follow the columns in CREATE TABLE. */
final class TableClauses {
    private final Words words;
    private final CreateTableClausesContext clauses;
    private final Literals literals;

    TableClauses(Words words, CreateTableClausesContext clauses) {
        this.words = words;
        this.clauses = clauses;
        this.literals = new Literals(words);
        refuse(clauses.expressionPropertyList());
        refuse(clauses.skewSpec());
        refuse(clauses.clusterBySpec());
        refuse(clauses.collationSpec());
    }

    Optional<String> comment() {
        return literals.comment(clauses.commentSpec());
    }

    Optional<String> location() {
        return literals.location(clauses.locationSpec());
    }

    Map<String, String> properties() {
        return literals.properties(clauses.propertyList());
    }

    /** Returns the fields of PARTITIONED BY. */
    List<PartitionFieldContext> partitioning() {
        return literals.once(clauses.partitionFieldList())
                .map((PartitionFieldListContext list) -> list.fields)
                .orElse(List.of());
    }

    /** Returns the partition keys of a Hive table, each with its type. */
    List<ColumnDefinition> partitionKeys() {
        ColumnReader columns = new ColumnReader(words);
        return partitioning().stream()
                .map(field -> {
                    if (field instanceof PartitionColumnContext key) {
                        return columns.column(key.colType());
                    }
                    throw Failures.syntax(words, field.getStop(), " in column type");
                })
                .toList();
    }

    Optional<Buckets> buckets() {
        return literals.once(clauses.bucketSpec()).map(this::buckets);
    }

    FileFormat.Storage storage() {
        return literals.once(clauses.createFileFormat()).map(this::storage).orElseGet(this::unnamed);
    }

    private FileFormat.Storage unnamed() {
        FileFormat.Storage text = FileFormat.TEXTFILE.storage();
        return rowFormat()
                .serde()
                .filter(FileFormat.OPENX_JSON::equals)
                .map(json -> new FileFormat.Storage(text.input(), FileFormat.IGNORE_KEY, text.serde()))
                .orElse(text);
    }

    RowFormat rowFormat() {
        return literals.once(clauses.rowFormat()).map(this::rowFormat).orElse(RowFormat.DEFAULT);
    }

    /** Refuses the clauses of Hive's tables, for Iceberg's tables. */
    void refuseHiveParts() {
        refuse(clauses.bucketSpec());
        refuse(clauses.rowFormat());
        refuse(clauses.createFileFormat());
    }

    private Buckets buckets(BucketSpecContext spec) {
        List<Order> order = Optional.ofNullable(spec.orderedIdentifierList())
                .map(list -> list.orderedIdentifier().stream().map(this::order).toList())
                .orElse(List.of());
        return new Buckets(
                Integer.parseInt(spec.INTEGER_VALUE().getText()),
                spec.identifierList().identifierSeq().ident.stream()
                        .map(Names::identifier)
                        .toList(),
                order);
    }

    private Order order(OrderedIdentifierContext column) {
        return Order.builder()
                .column(Names.identifier(column.ident))
                .sortOrder(column.DESC() == null ? 1 : 0)
                .build();
    }

    private FileFormat.Storage storage(CreateFileFormatContext format) {
        if (format.fileFormat() instanceof TableFileFormatContext classes) {
            return new FileFormat.Storage(
                    literals.text(classes.inFmt), literals.text(classes.outFmt), Optional.empty());
        }
        if (format.fileFormat() instanceof GenericFileFormatContext named) {
            String name = Names.identifier(named.identifier());
            return FileFormat.of(name)
                    .map(FileFormat::storage)
                    .orElseThrow(
                            () -> Failures.semantic("Unrecognized file format in STORED AS clause: '" + name + "'"));
        }
        throw Failures.unsupported("CREATE TABLE STORED BY");
    }

    private RowFormat rowFormat(RowFormatContext format) {
        if (format instanceof RowFormatSerdeContext serde) {
            return new RowFormat(
                    Optional.of(literals.text(serde.name)),
                    Optional.ofNullable(serde.props).map(literals::properties).orElse(Map.of()));
        }
        return delimited((RowFormatDelimitedContext) format);
    }

    private RowFormat delimited(RowFormatDelimitedContext format) {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, RowFormat.FIELD, Optional.ofNullable(format.fieldsTerminatedBy));
        put(parameters, RowFormat.SERIALIZATION, Optional.ofNullable(format.fieldsTerminatedBy));
        put(parameters, RowFormat.ESCAPE, Optional.ofNullable(format.escapedBy));
        put(parameters, RowFormat.COLLECTION, Optional.ofNullable(format.collectionItemsTerminatedBy));
        put(parameters, RowFormat.MAP_KEY, Optional.ofNullable(format.keysTerminatedBy));
        put(parameters, RowFormat.LINE, Optional.ofNullable(format.linesSeparatedBy));
        put(parameters, RowFormat.NULL, Optional.ofNullable(format.nullDefinedAs));
        return new RowFormat(Optional.empty(), parameters);
    }

    private void put(Map<String, String> parameters, String key, Optional<StringLitContext> text) {
        text.map(literals::text).ifPresent(value -> parameters.put(key, value));
    }

    private void refuse(List<? extends ParserRuleContext> foreign) {
        foreign.stream().findFirst().ifPresent(clause -> {
            throw Failures.syntax(words, clause.getStart(), " in create table statement");
        });
    }
}
