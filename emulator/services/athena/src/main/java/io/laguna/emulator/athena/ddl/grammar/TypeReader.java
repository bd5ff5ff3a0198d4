package io.laguna.emulator.athena.ddl.grammar;

import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.HiveType;
import io.laguna.emulator.athena.ddl.model.HiveType.ArrayOf;
import io.laguna.emulator.athena.ddl.model.HiveType.MapOf;
import io.laguna.emulator.athena.ddl.model.HiveType.Scalar;
import io.laguna.emulator.athena.ddl.model.HiveType.StructOf;
import io.laguna.emulator.athena.ddl.model.StatementFailure;
import io.laguna.emulator.athena.ddl.model.StoredType;
import io.laguna.emulator.athena.ddl.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ComplexColTypeContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ComplexDataTypeContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DataTypeContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PrimitiveDataTypeContext;

/** The reader of the types of columns, which are those of Spark that Athena has. */
public final class TypeReader {
    /** The least and the greatest number of arguments of the types of a single value. */
    private static final Map<String, List<Integer>> ARGUMENTS = Map.ofEntries(
            Map.entry("boolean", List.of(0, 0)),
            Map.entry("tinyint", List.of(0, 0)),
            Map.entry("smallint", List.of(0, 0)),
            Map.entry("int", List.of(0, 0)),
            Map.entry("bigint", List.of(0, 0)),
            Map.entry("float", List.of(0, 0)),
            Map.entry("double", List.of(0, 0)),
            Map.entry("decimal", List.of(0, 2)),
            Map.entry("char", List.of(1, 1)),
            Map.entry("varchar", List.of(1, 1)),
            Map.entry("string", List.of(0, 0)),
            Map.entry("binary", List.of(0, 0)),
            Map.entry("date", List.of(0, 0)),
            Map.entry("timestamp", List.of(0, 0)));

    private final Words words;

    public TypeReader(Words words) {
        this.words = words;
    }

    /** Returns a type as the Data Catalog has it; empty for a type that only other engines know. */
    public static Optional<HiveType> stored(String type) {
        try {
            Words words = Words.of(StoredType.quoted(type));
            return Optional.of(new TypeReader(words)
                    .read(Grammar.read(words, SqlBaseParser::singleDataType).dataType()));
        } catch (StatementFailure e) {
            return Optional.empty();
        }
    }

    public HiveType read(DataTypeContext type) {
        if (type instanceof ComplexDataTypeContext complex) {
            return complex(complex);
        }
        if (type instanceof PrimitiveDataTypeContext primitive) {
            return scalar(primitive);
        }
        throw refused(type);
    }

    private HiveType complex(ComplexDataTypeContext type) {
        return switch (type.complex.getType()) {
            case SqlBaseParser.ARRAY -> new ArrayOf(read(type.dataType(0)));
            case SqlBaseParser.MAP -> new MapOf(read(type.dataType(0)), read(type.dataType(1)));
            default -> struct(type);
        };
    }

    private HiveType struct(ComplexDataTypeContext type) {
        if (type.complexColTypeList() == null) {
            throw refused(type);
        }
        return new StructOf(type.complexColTypeList().complexColType().stream()
                .map(this::field)
                .toList());
    }

    private StructOf.Field field(ComplexColTypeContext field) {
        return new StructOf.Field(Names.identifier(field.errorCapturingIdentifier()), read(field.dataType()));
    }

    private HiveType scalar(PrimitiveDataTypeContext type) {
        String name = type.type().getText().toLowerCase(Locale.ROOT);
        List<Integer> arguments = type.INTEGER_VALUE().stream()
                .map(ParseTree::getText)
                .map(Integer::valueOf)
                .toList();
        Optional<List<Integer>> allowed = Optional.ofNullable(ARGUMENTS.get(name));
        if (allowed.isEmpty()
                || arguments.size() < allowed.get().get(0)
                || arguments.size() > allowed.get().get(1)) {
            throw refused(type);
        }
        if (name.equals("decimal")) {
            int precision = arguments.isEmpty() ? 10 : arguments.get(0);
            int scale = arguments.size() < 2 ? 0 : arguments.get(1);
            return new Scalar("decimal(" + precision + "," + scale + ")");
        }
        return new Scalar(arguments.isEmpty() ? name : name + "(" + arguments.get(0) + ")");
    }

    private StatementFailure refused(DataTypeContext type) {
        return Failures.syntax(words, type.getStart(), " in column type");
    }
}
