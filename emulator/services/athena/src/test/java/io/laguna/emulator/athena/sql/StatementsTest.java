package io.laguna.emulator.athena.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.athena.ddl.model.StatementFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.athena.model.StatementType;

class StatementsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    select 1                                        | DML     | SELECT
                    with a as (select 1) select * from a            | DML     | SELECT
                    (values 1, 2)                                   | DML     | SELECT
                    insert into t select 1                          | DML     | INSERT
                    delete from t                                   | DML     | DELETE
                    update t set a = 1                              | DML     | UPDATE
                    create table t as select 1                      | DDL     | CREATE_TABLE_AS_SELECT
                    create view v as select 1                       | DDL     | CREATE_VIEW
                    unload (select 1) to 's3://a/' with (format='ORC') | DML  | UNLOAD
                    explain analyze select 1                        | UTILITY | EXPLAIN
                    prepare p from select ?                         | DML     | PREPARE
                    execute p using 1                               | DML     | EXECUTE
                    create external table t (a int) location 's3://a/b/' | DDL |
                    drop table t                                    | DDL     |
                    show tables                                     | UTILITY |
                    describe t                                      | UTILITY |
                    """)
    void everyStatementHasAthenasType(String text, StatementType type, String substatementType) {
        Statement statement = Statements.parse(text);

        assertThat(statement.type()).isEqualTo(type);
        assertThat(statement.substatementType()).isEqualTo(Optional.ofNullable(substatementType));
    }

    @Test
    void aSemicolonAtTheEndIsLeftOut() {
        assertThat(Statements.parse("select ';' -- no end;\n ; ;").text()).isEqualTo("select ';'");
    }

    @Test
    void twoStatementsAreRefused() {
        assertThatThrownBy(() -> Statements.parse("select 1; select 2"))
                .isInstanceOf(SyntaxFailure.class)
                .hasMessageStartingWith("Only one sql statement is allowed");
    }

    @Test
    void aCommentAloneIsNoStatement() {
        assertThatThrownBy(() -> Statements.parse("-- nothing")).hasMessage("Query string is empty");
    }

    @Test
    void whatNoGrammarKnowsIsForTheEngineToExplain() {
        assertThatThrownBy(() -> Statements.parse("selec 1")).isInstanceOfSatisfying(SyntaxFailure.class, failure -> {
            assertThat(failure.isOfGrammar()).isTrue();
            assertThat(failure).hasMessageStartingWith("line 1:1: ");
        });
    }

    @ParameterizedTest
    @CsvSource({"grant select on t to x", "start transaction", "set session a = 1", "create role x"})
    void whatAthenaHasNotIsRefused(String text) {
        assertThatThrownBy(() -> Statements.parse(text))
                .isInstanceOfAny(SyntaxFailure.class, StatementFailure.class)
                .hasMessageStartingWith("Queries of this type are not supported");
    }

    @Test
    void aTableOfAQueryGoesBelowTheResultsUnlessItSaysWhere() {
        NewTable table = table("create table if not exists db.t with (write_compression = 'gzip', partitioned_by ="
                + " array['b']) as select a, b from s");

        assertThat(table.location()).contains("s3://results/tables/1/");
        assertThat(table.session()).containsEntry("awsdatacatalog.compression_codec", "GZIP");
        assertThat(table.sql().text())
                .startsWith("CREATE TABLE IF NOT EXISTS awsdatacatalog.\"db\".\"t\" WITH (format = 'PARQUET',"
                        + " partitioned_by = array['b'], external_location = 's3://results/tables/1/')\n")
                .endsWith("as select a, b from s");
    }

    @Test
    void anIcebergTableOfAQueryIsMadeByTheIcebergConnector() {
        NewTable table = table("create table t with (table_type = 'ICEBERG', is_external = false, location ="
                + " 's3://w/t/', partitioning = array['day(d)']) as select 1 a");

        assertThat(table.location()).contains("s3://w/t/");
        assertThat(table.sql().text())
                .startsWith("CREATE TABLE iceberg.\"mine\".\"t\" WITH (format = 'PARQUET', location = 's3://w/t/',"
                        + " partitioning = array['day(d)'])\n");
    }

    @Test
    void anIcebergTableOfAQueryKeepsWhatOnlyAthenaUses() {
        NewTable table =
                table("create table t with (table_type = 'iceberg', is_external = false, location = 's3://w/t/',"
                        + " vacuum_min_snapshots_to_keep = 2, write_compression = 'zstd', write_target_data_file_size_bytes ="
                        + " 1000000, compression_level = 3) as select 1 a");

        assertThat(table.sql().text())
                .startsWith("CREATE TABLE iceberg.\"mine\".\"t\" WITH (format = 'PARQUET', location = 's3://w/t/',"
                        + " compression_codec = 'ZSTD', target_max_file_size = '1000000B',"
                        + " extra_properties = MAP(ARRAY['vacuum_min_snapshots_to_keep'], ARRAY['2']))\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    create table t with (is_external = false) as select 1     | Table property 'is_external' must be true
                    create table t with (table_type = 'ICEBERG', is_external = true) as select 1 | Table property 'is_external' must be false
                    create table t with (vacuum_min_snapshots_to_keep = 1) as select 1 | Table property 'vacuum_min_snapshots_to_keep' does not exist
                    create table t with (format = 'CSV') as select 1          | Unsupported format: CSV
                    create table t with (nonsense = 'x') as select 1          | Table property 'nonsense' does not exist
                    create table t with (write_compression = 'RAR') as select 1 | Unsupported compression: RAR
                    """)
    void aPropertyThatCannotBeIsNamed(String text, String message) {
        assertThatThrownBy(() -> table(text)).isInstanceOf(SyntaxFailure.class).hasMessageStartingWith(message);
    }

    @Test
    void theEngineSeesTheQueryAtItsOwnPlace() {
        String text = "create table t with (format = 'ORC') as\nselect 1,\n  nope from s";
        EngineSql sql = table(text).sql();

        assertThat(place(sql.text()) - sql.linesBelow()).isEqualTo(place(text));
        assertThat(sql.text().lines().toList().get(place(sql.text()))).isEqualTo("  nope from s");
    }

    @Test
    void anUnloadIsReadWithItsParenthesesAndProperties() {
        Statement.Unload unload = (Statement.Unload) Statements.parse("UNLOAD (SELECT ')' AS a, (1 + 2) FROM t)\nTO"
                + " 's3://b/it''s/' WITH (format = 'PARQUET', compression = 'SNAPPY')");

        assertThat(unload.query().text()).isEqualTo("SELECT ')' AS a, (1 + 2) FROM t");
        assertThat(unload.location()).isEqualTo("s3://b/it's/");
        assertThat(NewTable.of(unload, "x").session()).containsEntry("unload.compression_codec", "SNAPPY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    unload (select 1 to 's3://a/'      | line 1:8: the parenthesis is not closed
                    unload (select 1) into 's3://a/'   | line 1:19: mismatched input 'into'. Expecting: 'TO'
                    unload (select 1) to               | line 1:19: the statement ends here, but is not complete
                    unload () to 's3://a/'             | line 1:9: mismatched input ')'. Expecting: <query>
                    """)
    void anUnloadThatLacksSomethingSaysWhere(String text, String message) {
        assertThatThrownBy(() -> Statements.parse(text))
                .isInstanceOf(SyntaxFailure.class)
                .hasMessage(message);
    }

    @Test
    void parametersOfAnExecuteStayAsTheyAreWritten() {
        Statement.Execute execute =
                (Statement.Execute) Statements.parse("EXECUTE Mine USING 1 + 1, 'a, b', date '2020-01-01'");

        assertThat(execute.name()).isEqualTo("mine");
        assertThat(execute.parameters()).isEqualTo(List.of("1 + 1", "'a, b'", "date '2020-01-01'"));
    }

    private static NewTable table(String text) {
        return NewTable.of((Statement.TableAsSelect) Statements.parse(text), "mine", "s3://results/tables/1/");
    }

    /** Returns the line of {@code nope}, counted from 0. */
    private static int place(String text) {
        return (int) text.substring(0, text.indexOf("nope")).lines().count() - 1;
    }
}
