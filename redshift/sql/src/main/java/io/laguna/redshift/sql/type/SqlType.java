package io.laguna.redshift.sql.type;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type as a user wrote it.
 *
 * @param name its words in lower case, without what is in brackets: {@code character varying}
 * @param arguments what is in brackets
 * @param array whether square brackets follow
 * @param nodes all of it
 */
public record SqlType(String name, Optional<Group> arguments, boolean array, List<Node> nodes) {
    private static final Set<String> NOT_BUILT = Set.of("geometry", "geography", "hllsketch");
    private static final int LONGEST_VARCHAR = 65_535;
    private static final int LONGEST_CHAR = 4_096;
    private static final int LARGEST_PRECISION = 38;

    /** Passes a type and returns it. */
    public static SqlType read(Cursor cursor) {
        int from = cursor.at();
        Node first = cursor.peek();
        if (!first.isName()) {
            throw cursor.unexpected();
        }
        StringBuilder name = new StringBuilder(cursor.qualifiedName().toString());
        if (first.is("double") && cursor.takes("precision")) {
            name.append(" precision");
        }
        if (first.is("character", "char", "national", "binary", "bit", "nchar")) {
            if (first.is("national") && (cursor.takes("character") || cursor.takes("char"))) {
                name = new StringBuilder("nchar");
            }
            if (cursor.takes("varying")) {
                name.append(" varying");
            }
        }
        if (first.is("interval") && takesFields(cursor)) {
            name.append(" of fields");
        }
        Optional<Group> arguments = cursor.maybeGroup();
        if (first.is("timestamp", "time")) {
            if (cursor.takes("with", "time", "zone")) {
                name.append(" with time zone");
            } else {
                cursor.takes("without", "time", "zone");
            }
        }
        boolean array = false;
        while (cursor.peek() instanceof Group group && group.open().text().equals("[")) {
            array = true;
            cursor.next();
        }
        return new SqlType(name.toString(), arguments, array, cursor.between(from, cursor.at()));
    }

    private static boolean takesFields(Cursor cursor) {
        String[] fields = {"year", "month", "day", "hour", "minute", "second"};
        if (!cursor.peek().is(fields)) {
            return false;
        }
        cursor.next();
        if (cursor.takes("to")) {
            cursor.next();
        }
        return true;
    }

    /** Returns the type as that of a column: without a length, a string has Redshift's default. */
    public List<Node> ofColumn(String table, String column) {
        if (array || PostgresTypes.isInNoTable(name)) {
            throw SqlError.unsupported(
                    "Column \"" + table + "." + column + "\" has unsupported type \"" + name + (array ? "[]" : "")
                            + "\".",
                    place());
        }
        return switch (name) {
            case "text" -> made("varchar(256)");
            case "bpchar" -> made(arguments.isPresent() ? "char" + length(LONGEST_CHAR, "char") : "char(256)");
            case "varchar", "character varying", "char varying", "nvarchar", "nchar varying" -> arguments.isEmpty()
                    ? made("varchar(256)")
                    : ofValue();
            default -> ofValue();
        };
    }

    /** Returns the type as that of a cast, a parameter or a variable. */
    public List<Node> ofValue() {
        if (NOT_BUILT.contains(name)) {
            throw SqlError.unsupported("type \"" + name + "\" is not implemented by Laguna", place());
        }
        if (PostgresTypes.isYounger(name)) {
            throw SqlError.of("42704", "type \"" + name + "\" does not exist", place());
        }
        return switch (name) {
            case "super" -> made("laguna.super");
            case "varbyte", "varbinary", "binary varying" -> made("bytea");
            case "datetime" -> made("timestamp");
            case "intervaly2m" -> made("interval year to month");
            case "intervald2s" -> made("interval day to second");
            case "nvarchar", "nchar varying" -> made("varchar" + length(LONGEST_VARCHAR, "varchar"));
            case "varchar", "character varying", "char varying" -> argument("max")
                    ? made("varchar(" + LONGEST_VARCHAR + ")")
                    : checked(LONGEST_VARCHAR, "varchar");
            case "char", "character", "nchar" -> argument("max")
                    ? made("char(" + LONGEST_CHAR + ")")
                    : checked(LONGEST_CHAR, "char");
            case "decimal", "numeric", "dec" -> arguments.isEmpty() && !array ? made("numeric(18,0)") : precision();
            default -> nodes;
        };
    }

    private List<Node> checked(int most, String type) {
        length(most, type);
        return nodes;
    }

    private List<Node> precision() {
        long precision = argument().orElse(1L);
        if (precision < 1 || precision > LARGEST_PRECISION) {
            throw SqlError.of(
                    "22023", "NUMERIC precision " + precision + " must be between 1 and " + LARGEST_PRECISION, place());
        }
        return nodes;
    }

    private String length(int most, String type) {
        if (argument("max")) {
            return "(" + most + ")";
        }
        if (argument().orElse(0L) > most) {
            throw SqlError.of("22023", "length for type " + type + " cannot exceed " + most, place());
        }
        return arguments.map(group -> Printer.text(List.of(group))).orElse("");
    }

    private boolean argument(String word) {
        return arguments
                .filter(group ->
                        group.items().size() == 1 && group.items().get(0).is(word))
                .isPresent();
    }

    private Optional<Long> argument() {
        return arguments
                .map(Group::items)
                .filter(items -> !items.isEmpty() && items.get(0).isOf(Kind.NUMBER))
                .map(items -> items.get(0).first().text())
                .filter(text -> text.length() < 10 && text.chars().allMatch(Character::isDigit))
                .map(Long::parseLong);
    }

    private int place() {
        return nodes.get(0).first().place();
    }

    private List<Node> made(String text) {
        Token first = nodes.get(0).first();
        return List.of(Token.made(first.lead(), text + (array ? "[]" : ""), first.place()));
    }
}
