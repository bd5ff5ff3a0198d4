package io.laguna.emulator.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.athena.engine.QueryFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnnestedRowsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    select * from t, unnest(a) u(x)                  | select * from t, unnest(transform(a, laguna_element -> ROW(laguna_element))) u(x)
                    select 1 from t left join unnest(a.b) with ordinality as u (x, n) on true | select 1 from t left join unnest(transform(a.b, laguna_element -> ROW(laguna_element))) with ordinality as u (x, n) on true
                    select 'ñ😀' from unnest(a, b) u(x, y)            | select 'ñ😀' from unnest(transform(a, laguna_element -> ROW(laguna_element)), transform(b, laguna_element -> ROW(laguna_element))) u(x, y)
                    create view v as select x from t, unnest(a) u(x) | create view v as select x from t, unnest(transform(a, laguna_element -> ROW(laguna_element))) u(x)
                    select * from t, unnest(m) u(k, v)               | select * from t, unnest(m) u(k, v)
                    select * from t, unnest(a) u                     | select * from t, unnest(a) u
                    select 'unnest(a) u(x)'                          | select 'unnest(a) u(x)'
                    """)
    void anArrayWithOneAliasIsOneColumn(String text, String columns) {
        assertThat(UnnestedRows.asColumns(text).text()).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"1, 10, 1, 10", "2, 70, 2, 20", "3, 3, 3, 3"})
    void aFailureIsWhereItsTextWas(int line, int column, int lineBefore, int columnBefore) {
        EditedText text = UnnestedRows.asColumns("select y\nfrom unnest(a) t(x)\nwhere 1");

        QueryFailure failure = text.placed(QueryFailure.ofUser("X", "line " + line + ":" + column + ": no"));

        assertThat(failure).hasMessage("line " + lineBefore + ":" + columnBefore + ": no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    SELECT x FROM (t CROSS JOIN UNNEST(transform(a, (laguna_element) -> ROW (laguna_element))) u (x)) | SELECT x FROM (t CROSS JOIN UNNEST(a) u (x))
                    SELECT x FROM (t CROSS JOIN UNNEST(transform(transform(a, (e) -> e), (laguna_element) -> ROW (laguna_element))) u (x)) | SELECT x FROM (t CROSS JOIN UNNEST(transform(a, (e) -> e)) u (x))
                    """)
    void aViewIsShownAsItWasWritten(String engine, String written) {
        assertThat(UnnestedRows.asWritten(engine)).isEqualTo(written);
    }
}
