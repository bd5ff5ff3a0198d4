package io.laguna.emulator.glue.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules for values that partitions have, but that are not what one expects of a key of their type. */
class OddValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // A text is compared as the text it is, Hive's word for null too.
                "string | __HIVE_DEFAULT_PARTITION__ | k = '__HIVE_DEFAULT_PARTITION__' | true",
                "string | __HIVE_DEFAULT_PARTITION__ | (k = 'eu') OR (k = '__HIVE_DEFAULT_PARTITION__') | true",
                "string | __HIVE_DEFAULT_PARTITION__ | k in ('us', '__HIVE_DEFAULT_PARTITION__') | true",
                "string | __HIVE_DEFAULT_PARTITION__ | k <> '__HIVE_DEFAULT_PARTITION__' | false",
                "string | eu | k <> '__HIVE_DEFAULT_PARTITION__' | true",
                "string | __HIVE_DEFAULT_PARTITION__ | k <> 'eu' | true",
                "string | __HIVE_DEFAULT_PARTITION__ | not k in ('eu') | true",
                "string | __HIVE_DEFAULT_PARTITION__ | k like '__HIVE%' | true",
                "string | __HIVE_DEFAULT_PARTITION__ | k is null | false",
                "string | __HIVE_DEFAULT_PARTITION__ | k is not null | true",
                "string | null | k = 'null' | true",
                "string | null | k is null | false",
                "string | 007 | k = '7' | false",
                "string | 007 | k = 7 | false",
                "string | ~~ | k = '' | true",
                "varchar(5) | __HIVE_DEFAULT_PARTITION__ | k = '__HIVE_DEFAULT_PARTITION__' | true",
                // An integer is a number, however it is written.
                "int | 007 | k = 7 | true",
                "int | 007 | k = '7' | true",
                "int | 007 | k > 10 | false",
                "int | -5 | k < 0 | true",
                "int | -5 | k = '-5' | true",
                "int | -5 | k between -10 and -1 | true",
                "int | +5 | k = 5 | true",
                "int | 7 | k = 7.0 | true",
                "int | 7 | k in ('07', '8') | true",
                "bigint | 99999999999999999999999 | k > 1 | true",
                // A value that is none cannot be compared, whatever the comparison is.
                "int | null | k >= 0 | For input string: \"null\" is not an integer.",
                "int | abc | k = 7 | For input string: \"abc\" is not an integer.",
                "int | abc | k <> 7 | For input string: \"abc\" is not an integer.",
                "int | abc | not k = 7 | For input string: \"abc\" is not an integer.",
                "int | abc | k in (7, 8) | For input string: \"abc\" is not an integer.",
                "int | ~~ | k = 7 | For input string: \"\" is not an integer.",
                "int | 7.5 | k > 7 | For input string: \"7.5\" is not an integer.",
                "int | 1e3 | k = 1000 | For input string: \"1e3\" is not an integer.",
                "int | __HIVE_DEFAULT_PARTITION__ | k = 7 | For input string: \"__HIVE_DEFAULT_PARTITION__\" is not an integer.",
                "tinyint | abc | k = 7 | For input string: \"abc\" is not an integer.",
                "decimal(4,1) | abc | k = 7 | For input string: \"abc\" is not a number.",
                "decimal(4,1) | 7.50 | k = 7.5 | true",
                "date | 2026-3-7 | k = '2026-03-07' | For input string: \"2026-3-7\" is not a date.",
                "date | 20260307 | k > '2026-01-01' | For input string: \"20260307\" is not a date.",
                "date | 2026-02-30 | k > '2026-01-01' | For input string: \"2026-02-30\" is not a date.",
                "date | 2026-03-07 00:00:00 | k = '2026-03-07' | true",
                "timestamp | yesterday | k > '2026-01-01' | For input string: \"yesterday\" is not a timestamp.",
                // It need not be compared where it is only looked at as a text, or not at all.
                "int | abc | k like 'a%' | true",
                "int | abc | k is not null | true",
                "int | abc | other = 'x' and k = 7 | false",
                "int | abc | other = 'o' or k = 7 | true",
                // Constants of another type are refused before a partition is looked at.
                "int | 7 | k = '__HIVE_DEFAULT_PARTITION__' | is not an integer",
                "int | 7 | k <> '' | is not an integer",
                "date | 2026-03-07 | k = '2026-3-7' | is not a date",
            })
    void areComparedOrRefused(String type, String value, String expression, String outcome) {
        List<PartitionKey> keys = List.of(new PartitionKey("k", 0, type), new PartitionKey("other", 1, "string"));

        assertThat(outcome(expression, keys, List.of(value, "o"))).contains(outcome);
    }

    @ParameterizedTest
    @CsvSource({"added = 5,false", "added is null,true", "k = 'v',true"})
    void aPartitionFromBeforeAKeyWasAddedHasNoValueForIt(String expression, boolean matches) {
        List<PartitionKey> keys = List.of(new PartitionKey("k", 0, "string"), new PartitionKey("added", 1, "int"));

        assertThat(PartitionExpression.parse(expression, keys).matches(List.of("v")))
                .isEqualTo(matches);
    }

    private static String outcome(String expression, List<PartitionKey> keys, List<String> values) {
        try {
            return Boolean.toString(PartitionExpression.parse(expression, keys).matches(values));
        } catch (InvalidExpressionException | UnfitValueException e) {
            return e.getMessage();
        }
    }
}
