package io.laguna.emulator.athena.ddl.read;

import io.laguna.emulator.athena.ddl.grammar.Literals;
import io.laguna.emulator.athena.ddl.grammar.Names;
import io.laguna.emulator.athena.ddl.grammar.TypeReader;
import io.laguna.emulator.athena.ddl.model.ColumnDefinition;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.words.Words;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ColDefinitionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ColDefinitionListContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ColTypeContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QualifiedColTypeWithPositionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QualifiedColTypeWithPositionListContext;

/** The reader of the definitions of columns: a name, a type and perhaps a comment, and no other clause of Spark's. */
final class ColumnReader {
    private final Words words;
    private final Names names;
    private final Literals literals;
    private final TypeReader types;

    ColumnReader(Words words) {
        this.words = words;
        this.names = new Names(words);
        this.literals = new Literals(words);
        this.types = new TypeReader(words);
    }

    List<ColumnDefinition> ofTable(ColDefinitionListContext list) {
        return list.colDefinition().stream().map(this::column).toList();
    }

    List<ColumnDefinition> added(QualifiedColTypeWithPositionListContext list) {
        return list.qualifiedColTypeWithPosition().stream().map(this::column).toList();
    }

    ColumnDefinition column(ColTypeContext column) {
        if (column.NULL() != null) {
            throw Failures.syntax(words, column.NULL().getSymbol(), " in column specification");
        }
        return new ColumnDefinition(
                Names.identifier(column.colName),
                types.read(column.dataType()),
                Optional.ofNullable(column.commentSpec()).map(comment -> literals.text(comment.stringLit())));
    }

    private ColumnDefinition column(ColDefinitionContext column) {
        column.colDefinitionOption().stream()
                .filter(option -> option.commentSpec() == null)
                .findFirst()
                .ifPresent(option -> {
                    throw Failures.syntax(words, option.getStart(), " in column specification");
                });
        return new ColumnDefinition(
                Names.identifier(column.colName),
                types.read(column.dataType()),
                literals.comment(column.colDefinitionOption().stream()
                        .map(option -> option.commentSpec())
                        .toList()));
    }

    private ColumnDefinition column(QualifiedColTypeWithPositionContext column) {
        column.colDefinitionDescriptorWithPosition().stream()
                .filter(option -> option.commentSpec() == null)
                .findFirst()
                .ifPresent(option -> {
                    throw Failures.syntax(words, option.getStart(), " in column specification");
                });
        return new ColumnDefinition(
                names.single(column.name),
                types.read(column.dataType()),
                literals.comment(column.colDefinitionDescriptorWithPosition().stream()
                        .map(option -> option.commentSpec())
                        .toList()));
    }
}
