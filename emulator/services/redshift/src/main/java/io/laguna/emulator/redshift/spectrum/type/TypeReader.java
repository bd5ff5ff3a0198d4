package io.laguna.emulator.redshift.spectrum.type;

import io.laguna.emulator.redshift.spectrum.type.HiveType.Field;
import io.laguna.emulator.redshift.spectrum.type.HiveType.Simple;
import io.laguna.redshift.wire.message.SqlFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A reader of types, as the Data Catalog has them and as CREATE EXTERNAL TABLE writes them.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_EXTERNAL_TABLE.html">data_type</a>
 */
public final class TypeReader {
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("int2", "smallint"),
            Map.entry("integer", "int"),
            Map.entry("int4", "int"),
            Map.entry("int8", "bigint"),
            Map.entry("real", "float"),
            Map.entry("float4", "float"),
            Map.entry("float8", "double"),
            Map.entry("double precision", "double"),
            Map.entry("numeric", "decimal"),
            Map.entry("dec", "decimal"),
            Map.entry("bool", "boolean"),
            Map.entry("character", "char"),
            Map.entry("nchar", "char"),
            Map.entry("bpchar", "char"),
            Map.entry("character varying", "varchar"),
            Map.entry("nvarchar", "varchar"),
            Map.entry("text", "varchar"),
            Map.entry("varbyte", "binary"),
            Map.entry("varbinary", "binary"),
            Map.entry("timestamp without time zone", "timestamp"));
    private static final Set<String> KNOWN = Set.of(
            "tinyint",
            "smallint",
            "int",
            "bigint",
            "float",
            "double",
            "decimal",
            "boolean",
            "char",
            "varchar",
            "string",
            "binary",
            "date",
            "timestamp");

    private final String text;
    private int at;

    private TypeReader(String text) {
        this.text = text;
    }

    /** Returns a type of the Data Catalog, or nothing for one that Spectrum cannot read. */
    public static Optional<HiveType> ofCatalog(String text) {
        try {
            return Optional.of(of(text));
        } catch (SqlFailure e) {
            return Optional.empty();
        }
    }

    /**
     * Returns a type of CREATE EXTERNAL TABLE.
     *
     * @throws SqlFailure 42704 for a type that external tables cannot have
     */
    public static HiveType of(String text) throws SqlFailure {
        TypeReader reader = new TypeReader(text.strip().toLowerCase(Locale.ROOT));
        HiveType type = reader.type();
        if (reader.at < reader.text.length()) {
            throw reader.unknown();
        }
        return type;
    }

    private HiveType type() throws SqlFailure {
        String word = word();
        switch (word) {
            case "array" -> {
                expect('<');
                HiveType element = type();
                expect('>');
                return new HiveType.Array(element);
            }
            case "map" -> {
                expect('<');
                HiveType key = type();
                expect(',');
                HiveType value = type();
                expect('>');
                return new HiveType.Map(key, value);
            }
            case "struct" -> {
                return struct();
            }
            default -> {
                return simple(SAME.getOrDefault(word, word));
            }
        }
    }

    private HiveType struct() throws SqlFailure {
        expect('<');
        List<Field> fields = new ArrayList<>();
        do {
            String name = word();
            expect(':');
            fields.add(new Field(name, type()));
        } while (takes(','));
        expect('>');
        return new HiveType.Struct(fields);
    }

    private HiveType simple(String name) throws SqlFailure {
        if (!KNOWN.contains(name)) {
            throw unknown();
        }
        List<Integer> arguments = new ArrayList<>();
        if (takes('(')) {
            do {
                String argument = word();
                arguments.add(argument.equals("max") ? Types.LONGEST_VARCHAR : number(argument));
            } while (takes(','));
            expect(')');
        }
        return switch (name) {
            case "decimal" -> new Simple(
                    name,
                    arguments.isEmpty()
                            ? List.of(Types.DEFAULT_PRECISION, 0)
                            : List.of(arguments.get(0), arguments.size() > 1 ? arguments.get(1) : 0));
            case "varchar" -> new Simple(name, arguments.isEmpty() ? List.of(Types.DEFAULT_VARCHAR) : arguments);
            case "char" -> new Simple(name, arguments.isEmpty() ? List.of(1) : arguments);
            default -> new Simple(name, List.of());
        };
    }

    private int number(String argument) throws SqlFailure {
        try {
            return Integer.parseInt(argument);
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    /** Passes a word; those of {@code double precision} are one. */
    private String word() {
        skipBlanks();
        int from = at;
        while (at < text.length() && "<>(),: ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at).replace("\"", "").replace("`", "");
        skipBlanks();
        boolean goesOn = at < text.length() && Character.isLetter(text.charAt(at));
        return goesOn && !word.isEmpty() ? word + " " + word() : word;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean takes(char sign) {
        skipBlanks();
        boolean taken = at < text.length() && text.charAt(at) == sign;
        at += taken ? 1 : 0;
        return taken;
    }

    private void expect(char sign) throws SqlFailure {
        if (!takes(sign)) {
            throw unknown();
        }
        skipBlanks();
    }

    private SqlFailure unknown() {
        return new SqlFailure("42704", "type \"" + text + "\" is not supported in external tables");
    }
}
