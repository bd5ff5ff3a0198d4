package io.laguna.emulator.iam.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The conditions of statements.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 */
final class Conditions {
    private static final Set<String> OPERATORS = Set.of(
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "StringLike",
            "StringNotLike",
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
            "DateEquals",
            "DateNotEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals",
            "Bool",
            "BinaryEquals",
            "IpAddress",
            "NotIpAddress",
            "ArnEquals",
            "ArnLike",
            "ArnNotEquals",
            "ArnNotLike",
            "Null");
    private static final Pattern SET = Pattern.compile("^(ForAnyValue|ForAllValues):");
    private static final Pattern IF_EXISTS = Pattern.compile("IfExists$");
    private static final Pattern YEAR = Pattern.compile("-?\\d{1,9}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,19}");
    private static final Pattern ZONE = Pattern.compile(".*(z|[+-]\\d\\d(:?\\d\\d)?)");

    private Conditions() {}

    /** Tells whether a condition is of known operators, keys and values. An operator without keys may be any. */
    static boolean isCondition(JsonNode condition) {
        return condition.isObject() && condition.properties().stream().allMatch(Conditions::isOperator);
    }

    private static boolean isOperator(Map.Entry<String, JsonNode> operator) {
        JsonNode keys = operator.getValue();
        return keys.isObject()
                && (keys.isEmpty() || OPERATORS.contains(bare(operator.getKey())))
                && keys.properties().stream().allMatch(key -> PolicyDocument.values(key.getValue()).stream()
                        .allMatch(value -> value.isTextual() || value.isBoolean() || value.isNumber()));
    }

    /** Tells whether what is compared with dates is one. */
    static boolean hasDates(JsonNode condition) {
        return condition.properties().stream()
                .filter(operator -> bare(operator.getKey()).startsWith("Date"))
                .flatMap(operator -> operator.getValue().properties().stream())
                .flatMap(key -> PolicyDocument.values(key.getValue()).stream())
                .allMatch(value -> isDate(value.asText().toLowerCase(Locale.ROOT)));
    }

    private static String bare(String operator) {
        return IF_EXISTS.matcher(SET.matcher(operator).replaceFirst("")).replaceFirst("");
    }

    /** Tells whether a text is a date of ISO 8601, with or without a time, or seconds since 1970. */
    private static boolean isDate(String text) {
        if (SECONDS.matcher(text).matches() || text.contains("${")) {
            return true;
        }
        try {
            if (text.contains("t")) {
                String time = ZONE.matcher(text.substring(text.indexOf('t'))).matches() ? text : text + "z";
                OffsetDateTime.parse(time.toUpperCase(Locale.ROOT));
                return true;
            }
            return YEAR.matcher(text).matches()
                    || (text.length() == "2026-01".length()
                            ? YearMonth.parse(text).isSupported(ChronoField.YEAR)
                            : LocalDate.parse(text).isSupported(ChronoField.YEAR));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
