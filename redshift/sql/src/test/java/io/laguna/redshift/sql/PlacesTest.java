package io.laguna.redshift.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Rewritten;
import io.laguna.redshift.sql.text.SqlError;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Dialect dialect = Dialect.of(Columns.NONE);

    @Test
    void aPlaceInTheRewrittenTextIsOneInTheUsers() {
        String text =
                "select nvl(a, 1), dateadd(day, 1, getdate()), missing from t qualify row_number() over (order by x) = 1";
        Rewritten sql = sql(text);
        for (String word : List.of("missing", "row_number", "order by x", "from t")) {
            // The outer query names the columns before.
            int place = sql.text().lastIndexOf(word);
            assertThat(text.substring(sql.source(place))).as(word).startsWith(word);
        }
    }

    @Test
    void aPlaceWithinAWordIsKept() {
        assertThat(sql("select getdate(), abcdef")
                        .source(sql("select getdate(), abcdef").text().indexOf("def")))
                .isEqualTo("select getdate(), abc".length());
    }

    @Test
    void aPlaceInAProceduresBodyIsOneInTheWholeText() {
        String text = "create procedure p() as $$ begin insert into t values (getdate(), bad); end $$ language plpgsql";
        Rewritten sql = sql(text);
        assertThat(sql.source(sql.text().indexOf("bad"))).isEqualTo(text.indexOf("bad"));
    }

    @Test
    void aLaterStatementsPlacesCountFromTheBeginningOfTheText() {
        String text = "select 1; select getdate(), bad";
        Piece second = dialect.split(text).get(1);
        Rewritten sql = ((Statement.PlainSql) dialect.read(second)).sql();
        assertThat(sql.source(sql.text().indexOf("bad"))).isEqualTo(text.indexOf("bad"));
        assertThat(second).isEqualTo(new Piece(" select getdate(), bad", 9));
    }

    @Test
    void quotedNamesKeepTheirCaseWhenTheSessionSaysSo() {
        Dialect sensitive = Dialect.of(Columns.NONE).withCase(true);
        Statement statement = sensitive.read(new Piece("select \"ColA\" from \"Mix\"", 0));
        assertThat(((Statement.PlainSql) statement).sql().text()).isEqualTo("select \"ColA\" from \"Mix\"");
    }

    @Test
    void bracketsNestOnlySoDeep() {
        assertThatThrownBy(() -> dialect.read(new Piece("select " + "(".repeat(100_000), 0)))
                .isInstanceOfSatisfying(
                        SqlError.class, error -> assertThat(error.state()).isEqualTo("54001"));
        assertThat(sql("select " + "(".repeat(900) + "1" + ")".repeat(900)).text())
                .hasSize(1808);
    }

    private Rewritten sql(String text) {
        return ((Statement.PlainSql) dialect.read(new Piece(text, 0))).sql();
    }
}
