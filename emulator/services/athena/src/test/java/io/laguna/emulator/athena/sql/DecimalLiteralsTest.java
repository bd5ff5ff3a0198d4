package io.laguna.emulator.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.athena.engine.QueryFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalLiteralsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    select 0.33                      | select 0.33E0
                    select .5, 1., -2.5              | select .5E0, 1.E0, -2.5E0
                    select (1.5 + 2) * 1_000.25      | select (1.5E0 + 2) * 1000.25E0
                    insert into t values (1, 2.5)    | insert into t values (1, 2.5E0)
                    select decimal '0.33', '1.5'     | select decimal '0.33', '1.5'
                    select 1.5e0, 1e3, 12, "1.5", t.a | select 1.5e0, 1e3, 12, "1.5", t.a
                    select 'ñ😀', 1.5 -- 2.5          | select 'ñ😀', 1.5E0 -- 2.5
                    select array[0.1], row(0.2)      | select array[0.1E0], row(0.2E0)
                    """)
    void aNumberWithAPointIsADouble(String text, String doubles) {
        assertThat(DecimalLiterals.asDoubles(text).text()).isEqualTo(doubles);
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 1, 8", "1, 26, 1, 22", "2, 7, 2, 5", "3, 9, 3, 9"})
    void aFailureIsWhereItsTextWas(int line, int column, int lineBefore, int columnBefore) {
        EditedText literals = DecimalLiterals.asDoubles("select 1.5 a, 2.5 b, c\n,.5, d\nfrom t u");

        QueryFailure failure = literals.placed(QueryFailure.ofUser("X", "line " + line + ":" + column + ": no"));

        assertThat(failure).hasMessage("line " + lineBefore + ":" + columnBefore + ": no");
    }

    @Test
    void aFailureWithoutAPlaceStaysAsItIs() {
        assertThat(DecimalLiterals.asDoubles("select 1.5").placed(QueryFailure.ofUser("X", "Division by zero")))
                .hasMessage("Division by zero");
    }
}
