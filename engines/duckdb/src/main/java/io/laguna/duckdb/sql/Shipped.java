package io.laguna.duckdb.sql;

import io.laguna.duckdb.sql.Part.Group;
import io.laguna.duckdb.sql.Part.Kind;
import io.laguna.duckdb.sql.Part.Word;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rewriting of a query that postgres_fdw ships, where DuckDB would read it otherwise than PostgreSQL: parameters,
 * literals of arrays, regular expressions, LIKE with its escapes, differences of dates, NUMERIC without a precision.
 * postgres_fdw puts every operation into brackets of its own, which is why a bracket has one operator at most.
 *
 * @see <a href="https://www.postgresql.org/docs/17/postgres-fdw.html">postgres_fdw</a>
 */
public final class Shipped {
    private static final Map<String, String> FUNCTIONS =
            Map.of("extract", "date_part", "char_length", "length", "round", "pg_round");
    /** Words that are names for PostgreSQL, and more than names for DuckDB. */
    private static final Set<String> RESERVED = Set.of(
            "anti",
            "asof",
            "at",
            "columns",
            "describe",
            "glob",
            "lambda",
            "map",
            "pivot",
            "pivot_longer",
            "pivot_wider",
            "positional",
            "qualify",
            "semi",
            "show",
            "struct",
            "summarize",
            "try_cast",
            "unpack",
            "unpivot");

    private static final Set<String> LIKE = Set.of("~~", "!~~", "~~*", "!~~*");
    private static final Set<String> PATTERNS = Set.of("~", "!~", "~*", "!~*");

    private final List<Optional<String>> parameters;
    private final ColumnTypes columns;

    private Shipped(List<Optional<String>> parameters, ColumnTypes columns) {
        this.parameters = parameters;
        this.columns = columns;
    }

    /**
     * Returns the query as DuckDB takes it.
     *
     * @param parameters the values of {@code $1}, {@code $2} …; an empty one is NULL
     */
    public static String rewrite(String sql, List<Optional<String>> parameters, ColumnTypes columns)
            throws SQLException {
        return Part.text(new Shipped(parameters, columns).all(Reader.parts(sql)));
    }

    private List<Part> all(List<Part> parts) throws SQLException {
        List<Part> done = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part instanceof Group group) {
                done.add(group.with(operation(all(group.items()))));
            } else if (part.is("collate")) {
                i += i + 3 < parts.size() && parts.get(i + 2).is(".") ? 3 : 1;
            } else if (isArray(parts, i)) {
                done.addAll(Arrays.of(((Word) part).value()).list(((Word) parts.get(i + 2)).text()));
                i += 3;
            } else if (part instanceof Word word) {
                done.add(word(word, parts, i));
            }
        }
        return done;
    }

    /** Tells whether the literal of an array is at a place: {@code '{1,2}'::integer[]}. */
    private static boolean isArray(List<Part> parts, int at) {
        return at + 3 < parts.size()
                && parts.get(at) instanceof Word string
                && string.kind() == Kind.STRING
                && parts.get(at + 1).is("::")
                && parts.get(at + 2) instanceof Word
                && parts.get(at + 3) instanceof Group brackets
                && !brackets.isParenthesis();
    }

    private Part word(Word word, List<Part> parts, int at) throws SQLException {
        boolean isCall = at + 1 < parts.size() && parts.get(at + 1) instanceof Group next && next.isParenthesis();
        if (word.kind() == Kind.PARAMETER) {
            int number = Integer.parseInt(word.text().substring(1));
            return new Word(Kind.STRING, word.lead(), parameter(number));
        }
        if (word.kind() == Kind.NAME && RESERVED.contains(word.name())) {
            return new Word(Kind.QUOTED, word.lead(), "\"" + word.name() + "\"");
        }
        boolean isCast = !isCall && at > 1 && parts.get(at - 1).is("::");
        if (word.is("numeric") && isCast) {
            return new Word(Kind.NAME, word.lead(), numeric(parts.get(at - 2)));
        }
        if (word.kind() == Kind.STRING && isBytes(parts, at)) {
            return unhex(word);
        }
        if (isCall && (word.kind() == Kind.NAME || word.kind() == Kind.QUOTED)) {
            return Optional.ofNullable(FUNCTIONS.get(word.name()))
                    .map(name -> new Word(Kind.NAME, word.lead(), name))
                    .orElse(word);
        }
        return word;
    }

    /**
     * Returns the type of a value that becomes a NUMERIC: without a precision DuckDB's has three digits behind the
     * point, and PostgreSQL's as many as there are.
     */
    private String numeric(Part value) throws SQLException {
        boolean isWhole = false;
        if (value instanceof Word word && word.kind() == Kind.NUMBER) {
            int point = word.text().indexOf('.');
            return "DECIMAL(38," + (point < 0 ? 0 : Math.min(word.text().length() - point - 1, 30)) + ")";
        }
        if (value instanceof Word word && (word.kind() == Kind.NAME || word.kind() == Kind.QUOTED)) {
            isWhole = columns.find(word.name())
                    .filter(type -> type.endsWith("INT") || type.equals("INTEGER"))
                    .isPresent();
        }
        return isWhole ? "DECIMAL(38,0)" : "DECIMAL(38,10)";
    }

    /** Tells whether a literal of bytes is at a place: {@code E'\\\\x00'::bytea}. */
    private static boolean isBytes(List<Part> parts, int at) {
        return at + 2 < parts.size()
                && ((Word) parts.get(at)).value().startsWith("\\x")
                && parts.get(at + 1).is("::")
                && parts.get(at + 2).is("bytea");
    }

    private String parameter(int number) {
        return number > parameters.size()
                ? "NULL"
                : parameters
                        .get(number - 1)
                        .map(value -> "'" + value.replace("'", "''") + "'")
                        .orElse("NULL");
    }

    /** Returns what is in a pair of brackets, whose parts are rewritten already. */
    private List<Part> operation(List<Part> items) throws SQLException {
        for (int i = 1; i < items.size() - 1; i++) {
            Part operator = items.get(i);
            List<Part> left = items.subList(0, i);
            List<Part> right = items.subList(i + 1, items.size());
            String sign = operator instanceof Word word && word.kind() == Kind.SIGN ? word.text() : "";
            if (!sign.isEmpty() && (right.get(0).is("any") || right.get(0).is("all"))) {
                return overArray(left, sign, right.get(0).is("any"), right);
            }
            if (LIKE.contains(sign) || PATTERNS.contains(sign)) {
                return match(left, sign, right);
            }
            if (sign.equals("-")) {
                return difference(left, operator, right);
            }
            if (!sign.isEmpty() && (isString(left) || isString(right))) {
                List<Part> made = new ArrayList<>(bytes(left, right));
                made.add(operator);
                made.addAll(bytes(right, left));
                return made;
            }
        }
        return items;
    }

    private static List<Part> match(List<Part> left, String sign, List<Part> right) {
        boolean not = sign.startsWith("!");
        boolean anyCase = sign.endsWith("*");
        List<Part> made = new ArrayList<>();
        if (PATTERNS.contains(sign)) {
            made.add(Word.made(not ? "NOT regexp_matches(" : "regexp_matches("));
            made.addAll(left);
            made.add(Word.made(","));
            made.addAll(right);
            made.add(Word.made(anyCase ? ", 'i')" : ")"));
            return made;
        }
        made.addAll(left);
        made.add(Word.made((not ? "NOT " : "") + (anyCase ? "ILIKE" : "LIKE")));
        made.addAll(right);
        boolean isPlain = right.get(0) instanceof Word word
                && word.kind() == Kind.STRING
                && !word.value().contains("\\");
        if (!isPlain) {
            made.add(Word.made("ESCAPE '\\'"));
        }
        return made;
    }

    /** Compares with each element: DuckDB has ANY and ALL with some operators only. */
    private static List<Part> overArray(List<Part> left, String sign, boolean any, List<Part> right)
            throws SQLException {
        Optional<List<List<Part>>> elements = right.size() > 1 && right.get(1) instanceof Group group
                ? Arrays.elements(group.items())
                : Optional.empty();
        if (elements.isEmpty()) {
            List<Part> same = new ArrayList<>(left);
            same.add(Word.made(sign));
            same.addAll(right);
            return same;
        }
        List<Part> made = new ArrayList<>();
        for (List<Part> element : elements.get()) {
            if (!made.isEmpty()) {
                made.add(Word.made(any ? "OR" : "AND"));
            }
            made.add(Word.made("("));
            List<Part> one = new ArrayList<>(left);
            one.add(Word.made(sign));
            one.addAll(element);
            made.addAll(LIKE.contains(sign) || PATTERNS.contains(sign) ? match(left, sign, element) : one);
            made.add(Word.made(")"));
        }
        return made.isEmpty() ? List.of(Word.made(any ? "false" : "true")) : made;
    }

    /** Gives a literal the type of the column that it is subtracted from: postgres_fdw leaves it out. */
    private List<Part> difference(List<Part> left, Part operator, List<Part> right) throws SQLException {
        List<Part> made = new ArrayList<>(left);
        if (isString(left)) {
            columns.type(right).filter(Shipped::isTime).ifPresent(type -> made.add(Word.made("::" + type)));
        }
        made.add(operator);
        made.addAll(right);
        if (isString(right)) {
            columns.type(left).filter(Shipped::isTime).ifPresent(type -> made.add(Word.made("::" + type)));
        }
        return made;
    }

    /** Returns a literal of bytes that stands beside a column of bytes, or what else is there as it is. */
    private List<Part> bytes(List<Part> parts, List<Part> beside) throws SQLException {
        boolean isBytes = isString(parts)
                && ((Word) parts.get(0)).value().startsWith("\\x")
                && columns.type(beside).filter("BLOB"::equals).isPresent();
        return isBytes ? List.of(unhex((Word) parts.get(0))) : parts;
    }

    private static Word unhex(Word literal) {
        return new Word(
                Kind.SIGN,
                literal.lead(),
                "unhex('" + literal.value().substring(2).replace("'", "") + "')");
    }

    private static boolean isTime(String type) {
        return type.equals("DATE") || type.startsWith("TIMESTAMP");
    }

    private static boolean isString(List<Part> parts) {
        return parts.size() == 1 && parts.get(0) instanceof Word word && word.kind() == Kind.STRING;
    }
}
