package io.laguna.emulator.glue.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionExpressionTest {
    private static final List<PartitionKey> KEYS = List.of(
            new PartitionKey("year", 0, "int"),
            new PartitionKey("Place", 1, "string"),
            new PartitionKey("day", 2, "date"),
            new PartitionKey("at", 3, "timestamp"),
            new PartitionKey("price", 4, "decimal(10,2)"),
            new PartitionKey("big", 5, "bigint"),
            new PartitionKey("flag", 6, "boolean"),
            new PartitionKey("code", 7, "varchar(10)"));

    /** The values of year, place, day, at, price, big, flag and code. */
    private static final List<String> VALUES = List.of(
            "2026",
            "Bogotá D.C.",
            "2026-03-07",
            "2026-03-07 10:30:00.5",
            "09.50",
            "9223372036854775807",
            "true",
            "a_b%c");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // Signs, typed
                "year = 2026 | true",
                "year = 2025 | false",
                "year == 2026 | true",
                "year <> 2026 | false",
                "year != 2025 | true",
                "year < 10000 | true",
                "year > 300 | true",
                "year >= 2026 | true",
                "year <= 2025 | false",
                "year = '2026' | true",
                "year > '300' | true",
                "year = 2026.0 | true",
                "2025 < year | true",
                "2027 < year | false",
                "year > -5 | true",
                "year > +5 | true",
                "big = 9223372036854775807 | true",
                "big > 9223372036854775806 | true",
                "big = 9223372036854775807L | true",
                "price = 9.5 | true",
                "price < 10 | true",
                "price > 9.49 | true",
                "price = 95e-1 | true",
                // Dates and timestamps
                "day = '2026-03-07' | true",
                "day = date '2026-03-07' | true",
                "day > '2026-02-28' | true",
                "day between '2026-01-01' and '2026-12-31' | true",
                "at > '2026-03-07' | true",
                "at = '2026-03-07 10:30:00.500' | true",
                "at = timestamp '2026-03-07 10:30:00.5' | true",
                "at < '2026-03-07 10:30:00' | false",
                // Texts
                "place = 'Bogotá D.C.' | true",
                "place = 'bogotá d.c.' | false",
                "PLACE = 'Bogotá D.C.' | true",
                "`place` = 'Bogotá D.C.' | true",
                "\"place\" = 'Bogotá D.C.' | true",
                "place = \"Bogotá D.C.\" | true",
                "place > 'Bog' | true",
                "place = 'it''s' | false",
                "place <> 'it''s' | true",
                // LIKE
                "place like 'Bog%' | true",
                "place LIKE '%D.C.' | true",
                "place like 'Bogot_ D.C.' | true",
                "place like 'Bogot_' | false",
                "place like '%D_C_' | true",
                "place like 'B.*' | false",
                "place not like 'Cali%' | true",
                "code like 'a\\_b\\%c' | true",
                "code like 'a\\_b\\%d' | false",
                "code like 'a!_b!%_' escape '!' | true",
                "year like '20%' | true",
                // IN, BETWEEN, NULL
                "year in (2024, 2026) | true",
                "year IN (2024) | false",
                "year not in (2024, 2025) | true",
                "place in ('a', 'Bogotá D.C.') | true",
                "year between 2020 and 2026 | true",
                "year between 2027 and 2030 | false",
                "year not between 2027 and 2030 | true",
                "year is null | false",
                "year is not null | true",
                // Boolean structure
                "year = 2026 and place like 'Bog%' | true",
                "year = 2025 or place like 'Bog%' | true",
                "year = 2025 and place = 'x' or day = '2026-03-07' | true",
                "year = 2025 and (place = 'x' or day = '2026-03-07') | false",
                "not year = 2025 | true",
                "not (year = 2026 and price < 10) | false",
                "NOT NOT year = 2026 | true",
                "((year = 2026)) | true",
                "year between 2020 and 2026 and place = 'x' | false",
                "year = 2026 AND place IN ('x','Bogotá D.C.') AND NOT (day < '2026-01-01' OR at IS NULL) | true",
                // Constants
                "1 = 1 | true",
                "1 = 2 | false",
                "1 = 1 and year = 2026 | true",
                "'a' = 'a' | true",
                // Null is neither equal nor unequal
                "year = null | false",
                "not (year = null) | false",
            })
    void isEvaluatedOnTypedValues(String expression, boolean expected) {
        assertThat(PartitionExpression.parse(expression, KEYS).matches(VALUES)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n"})
    void blankTakesEverything(String expression) {
        assertThat(PartitionExpression.parse(expression, KEYS).matches(VALUES)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "year = | but found the end at position 7",
                "year | Expected a comparison but found the end at position 5",
                "= 5 | Expected a partition key or a value but found '=' at position 1",
                "year = 5 place = 'x' | Expected AND, OR or the end but found 'place' at position 10",
                "(year = 5 | Expected ')' but found the end at position 10",
                "year = 5) | Expected AND, OR or the end but found ')' at position 9",
                "year in 5 | Expected '(' but found '5' at position 9",
                "year in () | but found ')' at position 10",
                "year between 1 or 2 | Expected AND but found 'or' at position 16",
                "year is 5 | Expected NULL but found '5' at position 9",
                "year not = 5 | Expected IN, BETWEEN or LIKE but found '=' at position 10",
                "month = 5 | Unknown column 'month' at position 1",
                "year = 'abc' | 'abc' at position 8 is not an integer",
                "day = '2026-13-01' | '2026-13-01' at position 7 is not a date",
                "year ; 5 | Unexpected character ';' at position 6",
                "place = 'open | Unexpected character ''' at position 9",
                "flag = true | Partition key 'flag' of type boolean is not supported",
                "place like x | Expected a pattern in quotes but found 'x' at position 12",
                "year = - | Expected a number but found the end at position 9",
            })
    void whatCannotBeUnderstoodIsToldWithItsPlace(String expression, String message) {
        assertThatThrownBy(() -> PartitionExpression.parse(expression, KEYS))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessageContaining(message);
    }

    @Test
    void nestingHasAnEnd() {
        String deep = "(".repeat(900) + "year = 1" + ")".repeat(900);

        assertThatThrownBy(() -> PartitionExpression.parse(deep, KEYS))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> PartitionExpression.parse("not ".repeat(500) + "year = 1", KEYS))
                .isInstanceOf(InvalidExpressionException.class);
    }
}
