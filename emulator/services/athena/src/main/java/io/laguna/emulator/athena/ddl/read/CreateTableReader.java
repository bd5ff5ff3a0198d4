package io.laguna.emulator.athena.ddl.read;

import io.laguna.emulator.athena.ddl.command.CreateExternalTable;
import io.laguna.emulator.athena.ddl.command.CreateIcebergTable;
import io.laguna.emulator.athena.ddl.grammar.Names;
import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.ColumnDefinition;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.Location;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.words.Quoted;
import io.laguna.emulator.athena.ddl.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ApplyTransformContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionFieldContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionTransformContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TransformContext;

/** The reader of CREATE EXTERNAL TABLE, and of CREATE TABLE for Iceberg tables. */
final class CreateTableReader {
    private final Words words;

    CreateTableReader(Words words) {
        this.words = words;
    }

    CatalogStatement read(CreateTableContext statement) {
        if (statement.createTableHeader().TEMPORARY() != null || statement.tableProvider() != null) {
            throw Failures.syntax(words, words.get(1), " in create table statement");
        }
        TableClauses clauses = new TableClauses(words, statement.createTableClauses());
        List<ColumnDefinition> columns = Optional.ofNullable(statement.colDefinitionList())
                .map(new ColumnReader(words)::ofTable)
                .orElse(List.of());
        Map<String, String> properties = clauses.properties();
        boolean external = statement.createTableHeader().EXTERNAL() != null;
        boolean iceberg = "iceberg".equalsIgnoreCase(properties.get("table_type"));
        if (iceberg && external) {
            throw Failures.argument("External keyword not supported for table type ICEBERG");
        }
        String location = clauses.location()
                .orElseThrow(() ->
                        Failures.argument("No location was specified for table. An S3 location must be specified"));
        if (!iceberg && !external) {
            throw Failures.argument("Only external table creation is supported.");
        }
        return iceberg
                ? iceberg(statement, clauses, columns, Location.checked(location))
                : external(statement, clauses, columns, Location.checked(location));
    }

    private CatalogStatement external(
            CreateTableContext statement, TableClauses clauses, List<ColumnDefinition> columns, Location location) {
        List<ColumnDefinition> keys = clauses.partitionKeys();
        ColumnDefinition.checkNames(columns.stream().map(ColumnDefinition::name).toList());
        checkKeys(columns, keys);
        return new CreateExternalTable(
                table(statement),
                ifNotExists(statement),
                columns,
                keys,
                clauses.buckets(),
                clauses.storage(),
                clauses.rowFormat(),
                location,
                clauses.comment(),
                clauses.properties());
    }

    private static void checkKeys(List<ColumnDefinition> columns, List<ColumnDefinition> keys) {
        List<String> names = Stream.concat(columns.stream(), keys.stream())
                .map(ColumnDefinition::name)
                .toList();
        if (names.stream().distinct().count() < names.size()) {
            throw Failures.semantic("[Error 10035]: Column repeated in partitioning columns");
        }
    }

    private CatalogStatement iceberg(
            CreateTableContext statement, TableClauses clauses, List<ColumnDefinition> columns, Location location) {
        clauses.refuseHiveParts();
        ColumnDefinition.checkNames(columns.stream().map(ColumnDefinition::name).toList());
        return new CreateIcebergTable(
                table(statement),
                ifNotExists(statement),
                columns,
                clauses.partitioning().stream().map(this::partitioning).toList(),
                location,
                clauses.comment(),
                clauses.properties());
    }

    private String partitioning(PartitionFieldContext field) {
        if (!(field instanceof PartitionTransformContext transform)) {
            throw Failures.syntax(words, field.getStop(), " in partition transform");
        }
        return partitioning(transform.transform());
    }

    /**
     * Returns a transform in Trino's words. Athena writes {@code bucket(16, id)} and takes {@code truncate} with its
     * numbers on either side.
     */
    private String partitioning(TransformContext transform) {
        if (!(transform instanceof ApplyTransformContext function)) {
            return column(transform.getText());
        }
        String name = Names.identifier(function.transformName);
        List<String> columns = function.argument.stream()
                .filter(argument -> argument.qualifiedName() != null)
                .map(argument -> column(argument.getText()))
                .toList();
        List<String> numbers = function.argument.stream()
                .filter(argument -> argument.constant() != null)
                .map(argument -> argument.getText())
                .toList();
        int wanted =
                switch (name) {
                    case "year", "month", "day", "hour" -> 0;
                    case "bucket", "truncate" -> 1;
                    default -> throw Failures.syntax(words, transform.getStart(), " in partition transform");
                };
        if (columns.size() != 1 || numbers.size() != wanted) {
            throw Failures.syntax(words, transform.getStart(), " in partition transform");
        }
        return wanted == 0
                ? name + "(" + columns.get(0) + ")"
                : name + "(" + columns.get(0) + ", " + numbers.get(0) + ")";
    }

    /** Returns a column's name as Trino reads it, which is as an identifier of its own. */
    private static String column(String text) {
        String name = Names.identifier(text);
        boolean plain = name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c))
                && !Character.isDigit(name.charAt(0));
        return plain ? name : Quoted.identifier(name);
    }

    private TableName table(CreateTableContext statement) {
        return new Names(words).table(statement.createTableHeader().identifierReference());
    }

    private static boolean ifNotExists(CreateTableContext statement) {
        return statement.createTableHeader().EXISTS() != null;
    }
}
