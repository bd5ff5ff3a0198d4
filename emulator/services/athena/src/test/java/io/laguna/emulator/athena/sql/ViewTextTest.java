package io.laguna.emulator.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    CREATE VIEW awsdatacatalog."db_1"."v" SECURITY DEFINER AS SELECT 1 | CREATE VIEW db_1.v AS SELECT 1
                    CREATE VIEW awsdatacatalog.db.v SECURITY INVOKER AS SELECT 1       | CREATE VIEW db.v AS SELECT 1
                    CREATE VIEW awsdatacatalog."my-db"."1v" SECURITY DEFINER AS SELECT 1 | CREATE VIEW "my-db"."1v" AS SELECT 1
                    CREATE VIEW awsdatacatalog.db.v COMMENT 'it''s' SECURITY DEFINER AS SELECT 1 | CREATE VIEW db.v COMMENT 'it''s' AS SELECT 1
                    CREATE VIEW c.d.v SECURITY DEFINER AS SELECT CAST(ROW(1, ROW('ñ', (2, 3))) AS ROW(a bigint, b ROW(c varchar))) r | CREATE VIEW d.v AS SELECT CAST(ROW (1, ROW ('ñ', (2, 3))) AS ROW(a bigint, b ROW(c varchar))) r
                    """)
    void aViewIsShownInAthenasForm(String engine, String athena) {
        assertThat(ViewText.of(engine)).isEqualTo(athena);
    }
}
