package io.laguna.apps.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementsTest {

    @Test
    void areSeparatedBySemicolonsAndTheLastNeedsNone() {
        assertThat(Statements.in("CREATE TABLE a (x INT);\n\nSELECT *\nFROM a"))
                .containsExactly("CREATE TABLE a (x INT)", "SELECT *\nFROM a");
        assertThat(Statements.in("SELECT 1;;\n ; ")).containsExactly("SELECT 1");
        assertThat(Statements.in(" \n")).isEmpty();
    }

    @Test
    void aSemicolonInALiteralOrAQuotedNameSeparatesNothing() {
        assertThat(Statements.in("SELECT ';', \"a;b\", 'it\\';s', 'it'';s' AS `x;``;y`; SELECT '\\\\'; SELECT 2"))
                .containsExactly("SELECT ';', \"a;b\", 'it\\';s', 'it'';s' AS `x;``;y`", "SELECT '\\\\'", "SELECT 2");
    }

    @Test
    void aSemicolonInACommentSeparatesNothingAndCommentsAreNoStatement() {
        assertThat(Statements.in("SELECT 1 -- one; it's one\n; /* two; */ SELECT 2;\n-- the end;\n"))
                .containsExactly("SELECT 1 -- one; it's one", "/* two; */ SELECT 2");
    }

    @Test
    void aQuoteThatIsNeverClosedIsLeftForSparkToRefuse() {
        assertThat(Statements.in("SELECT 1; SELECT 'a; SELECT 2")).containsExactly("SELECT 1", "SELECT 'a; SELECT 2");
    }

    @Test
    void aLongLiteralIsNoTrouble() {
        String literal = "'" + "long;".repeat(200_000) + "'";

        assertThat(Statements.in("SELECT " + literal + ";SELECT 2")).containsExactly("SELECT " + literal, "SELECT 2");
    }
}
