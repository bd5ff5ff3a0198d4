package io.laguna.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlStatementsTest {
    @Test
    void aSemicolonInAQuoteOrACommentSeparatesNothing() {
        assertThat(
                        SqlStatements.in(
                                """
                        SELECT 'a;b', "c;\\";", `d;` -- e;
                        ; /* f; /* g; */ h; */
                        SELECT 2;
                        -- only a comment;
                        """))
                .containsExactly("SELECT 'a;b', \"c;\\\";\", `d;` -- e;", "/* f; /* g; */ h; */\nSELECT 2");
    }

    @Test
    void theLastStatementNeedsNoSemicolonAndEmptyOnesAreNone() {
        assertThat(SqlStatements.in(";; SELECT 1 ; ;SELECT 'open")).containsExactly("SELECT 1", "SELECT 'open");
    }
}
