package io.laguna.redshift.wire.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Redshift's words for what the engine has found wrong. Redshift has those of PostgreSQL 8, and its own where its compute
 * nodes find an error: that is, in a value that is read while the statement runs, which has no place in its text.
 */
final class Wording {
    /** Words for a pattern of the engine's. */
    private record Words(String state, Pattern pattern, String replacement) {
        Words(String state, String pattern, String replacement) {
            this(state, Pattern.compile(pattern), replacement);
        }

        Optional<String> instead(ErrorFields fields) {
            Matcher matcher = pattern.matcher(fields.message());
            return fields.state().equals(state) && matcher.matches()
                    ? Optional.of(matcher.replaceFirst(replacement))
                    : Optional.empty();
        }
    }

    private static final List<Words> WORDS = List.of(
            new Words(
                    "22P02",
                    "invalid input syntax for type (integer|bigint|smallint): (\".*\")",
                    "invalid input syntax for $1: $2"),
            new Words(
                    "42501",
                    "permission denied for (?:table|view|materialized view|sequence) (.*)",
                    "permission denied for relation $1"),
            new Words("42P07", "relation (\".*\") already exists", "Relation $1 already exists"),
            new Words(
                    "23502",
                    "null value in column \"(.*)\" of relation \".*\" violates not-null constraint",
                    "Cannot insert a NULL value into column $1"),
            // Redshift has no type of this name: the words are those of its functions on JSON.
            new Words("22P02", "invalid input syntax for type jsonb?", "JSON parsing error"),
            new Words("42703", "column ([^\". ]+)\\.([^\". ]+) does not exist", "column \"$2\" does not exist in $1"));

    /** The types of numbers as the compute nodes call them. */
    private static final Map<String, String> NUMBERS =
            Map.of("integer", "Integer", "bigint", "Long", "smallint", "Short", "numeric", "Decimal");

    private static final Pattern NO_NUMBER = Pattern.compile(
            "invalid input syntax for type (integer|bigint|smallint|numeric): \"(.*)\"", Pattern.DOTALL);
    private static final Pattern KEPT =
            Pattern.compile("role (\".*\") cannot be dropped because some objects depend on it");
    private static final Pattern UNKNOWN = Pattern.compile("(?<=[(, ])unknown(?=[,)]|$)");

    private static final char DETAIL = 'D';
    /** The letter of the lines that tell where a function or procedure was. */
    private static final char CONTEXT = 'W';

    private Wording() {}

    /** Returns an error as Redshift tells it. */
    static ErrorFields of(ErrorFields fields) {
        Map<Character, String> others = new HashMap<>();
        Optional<String> unmeasured = Unmeasured.instead(fields);
        others.put(ErrorFields.MESSAGE, unmeasured.orElseGet(() -> message(fields)));
        unmeasured.ifPresent(message -> others.put(ErrorFields.STATE, "0A000"));
        String context = fields.byLetter().getOrDefault(CONTEXT, "");
        if (context.contains("laguna.")) {
            others.put(
                    CONTEXT,
                    context.lines().filter(line -> !line.contains("laguna.")).collect(Collectors.joining("\n")));
        }
        return fields.with(others);
    }

    private static String message(ErrorFields fields) {
        Matcher number = NO_NUMBER.matcher(fields.message());
        if (fields.state().equals("22P02") && fields.position().isEmpty() && number.matches()) {
            String value = number.group(2);
            return "Invalid digit, Value '" + value.substring(place(value)).substring(0, value.isEmpty() ? 0 : 1)
                    + "', Pos " + place(value) + ", Type: " + NUMBERS.get(number.group(1));
        }
        Matcher kept = KEPT.matcher(fields.message());
        if (fields.state().equals("2BP01") && kept.matches()) {
            boolean owns = fields.byLetter().getOrDefault(DETAIL, "").contains("owner of ");
            return "user " + kept.group(1) + " cannot be dropped because the user "
                    + (owns ? "owns some object" : "has a privilege on some object");
        }
        for (Words words : WORDS) {
            Optional<String> instead = words.instead(fields);
            if (instead.isPresent()) {
                return instead.get();
            }
        }
        String plain = fields.message().replace("laguna.", "");
        return fields.state().equals("42883") ? UNKNOWN.matcher(plain).replaceAll("\"unknown\"") : plain;
    }

    /** Returns the place of the first character that is no digit of a number. */
    private static int place(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && c != '-' && c != '+' && c != '.' && c != ' ') {
                return i;
            }
        }
        return Math.max(0, value.length() - 1);
    }
}
