package io.laguna.emulator.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1                   | 1
                    -1.5                | -1.5
                    'Washington'        | 'Washington'
                    'O''Hara'           | 'O''Hara'
                    DATE '2020-01-01'   | DATE '2020-01-01'
                    null                | null
                    true                | true
                    current_date        | current_date
                    array['a', 'b']     | array['a', 'b']
                    concat('a', 'b')    | concat('a', 'b')
                    Washington          | 'Washington'
                    New York            | 'New York'
                    it's                | 'it''s'
                    a.b                 | 'a.b'
                    s3://bucket/key     | 's3://bucket/key'
                    x + 1               | 'x + 1'
                    """)
    void aValueThatIsNoExpressionOfConstantsIsAText(String value, String expression) {
        assertThat(Parameters.expression(value)).isEqualTo(expression);
    }
}
