package io.laguna.emulator.crawl.schema;

import io.laguna.emulator.crawl.schema.ColumnType.ArrayOf;
import io.laguna.emulator.crawl.schema.ColumnType.MapOf;
import io.laguna.emulator.crawl.schema.ColumnType.Member;
import io.laguna.emulator.crawl.schema.ColumnType.Simple;
import io.laguna.emulator.crawl.schema.ColumnType.Struct;
import io.laguna.emulator.crawl.schema.ColumnType.Union;
import io.laguna.emulator.crawl.schema.ColumnType.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The type that holds the values of two types. */
public final class Merge {
    /** Each holds what stands before it. */
    private static final List<String> NUMBERS = List.of("tinyint", "smallint", "int", "bigint", "float", "double");

    private Merge() {}

    /** Returns the type of values of both types: the wider number, members of both structs, or a string. */
    public static ColumnType of(ColumnType one, ColumnType other) {
        if (one.equals(other) || other instanceof Unknown) {
            return one;
        }
        if (one instanceof Unknown) {
            return other;
        }
        if (one instanceof Simple first && other instanceof Simple second) {
            return simple(first, second);
        }
        if (one instanceof Struct first && other instanceof Struct second) {
            return structs(first, second);
        }
        if (one instanceof ArrayOf first && other instanceof ArrayOf second) {
            return new ArrayOf(of(first.element(), second.element()));
        }
        if (one instanceof MapOf first && other instanceof MapOf second) {
            return new MapOf(of(first.key(), second.key()), of(first.value(), second.value()));
        }
        return ColumnType.STRING;
    }

    /**
     * Tells whether values of both types may stand in one column: two types without parts, of which a string holds both,
     * or two with parts of the same kind.
     */
    public static boolean fit(ColumnType one, ColumnType other) {
        if (one instanceof Unknown || other instanceof Unknown) {
            return true;
        }
        if (one instanceof Union || other instanceof Union) {
            return one.equals(other);
        }
        if (one instanceof ArrayOf first && other instanceof ArrayOf second) {
            return fit(first.element(), second.element());
        }
        return one.getClass().equals(other.getClass());
    }

    private static ColumnType simple(Simple one, Simple other) {
        int first = NUMBERS.indexOf(one.text());
        int second = NUMBERS.indexOf(other.text());
        if (first >= 0 && second >= 0) {
            return first >= second ? one : other;
        }
        boolean decimals = one.text().startsWith("decimal") || other.text().startsWith("decimal");
        if (decimals && (isNumber(one) && isNumber(other))) {
            return isDecimal(one) && isDecimal(other) ? Decimal.wider(one, other) : ColumnType.DOUBLE;
        }
        return ColumnType.STRING;
    }

    private static boolean isNumber(Simple type) {
        return isDecimal(type) || NUMBERS.contains(type.text());
    }

    private static boolean isDecimal(Simple type) {
        return type.text().startsWith("decimal");
    }

    private static Struct structs(Struct one, Struct other) {
        Map<String, ColumnType> members = new LinkedHashMap<>();
        one.members().forEach(member -> members.merge(member.name(), member.type(), Merge::of));
        other.members().forEach(member -> members.merge(member.name(), member.type(), Merge::of));
        return new Struct(members.entrySet().stream()
                .map(member -> new Member(member.getKey(), member.getValue()))
                .toList());
    }
}
