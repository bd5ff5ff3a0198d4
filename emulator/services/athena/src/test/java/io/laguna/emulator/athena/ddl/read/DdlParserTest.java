package io.laguna.emulator.athena.ddl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.athena.ddl.model.StatementFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DdlParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "WITH t AS (SELECT 1) SELECT * FROM t",
                "INSERT INTO t VALUES (1)",
                "DELETE FROM t WHERE a = 1",
                "UPDATE t SET a = 1",
                "MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE",
                "CREATE TABLE t AS SELECT 1 AS a",
                "CREATE TABLE \"db\".\"t\" WITH (format = 'PARQUET') AS SELECT 1 AS a",
                "CREATE TABLE IF NOT EXISTS t WITH (partitioned_by = ARRAY['as']) AS (SELECT 1 a)",
                "CREATE OR REPLACE VIEW v AS SELECT 1 AS a",
                "CREATE VIEW v AS SELECT 1 AS a",
                "DROP VIEW IF EXISTS v",
                "SHOW CREATE VIEW v",
                "SHOW FUNCTIONS",
                "EXPLAIN SELECT 1",
                "UNLOAD (SELECT 1) TO 's3://b/' WITH (format = 'ORC')",
                "PREPARE p FROM SELECT ?",
                "EXECUTE p USING 1",
                "VALUES 1",
                "(SELECT 1)",
                "",
                "/* CREATE DATABASE */ SELECT 'DROP TABLE t'"
            })
    void whatTheEngineAnswersIsLeftToIt(String statement) {
        assertThat(DdlParser.parse(statement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create database x",
                "-- a comment first\nCREATE /* and another */ SCHEMA x;",
                "\n  drop\ttable x ; ;",
                "CREATE EXTERNAL TABLE x (a int) STORED AS PARQUET LOCATION 's3://b/x/'",
                "CREATE EXTERNAL TABLE x (a int) ROW FORMAT DELIMITED NULL DEFINED AS '' LOCATION 's3://b/x/'",
                "show tables",
                "desc x",
                "msck repair table x",
                "optimize x rewrite data using bin_pack",
                "vacuum x"
            })
    void ddlIsReadWhateverItsCaseAndSpace(String statement) {
        assertThat(DdlParser.parse(statement)).isPresent();
    }

    @Test
    void aSyntaxErrorIsToldWithItsPlaceAndTheWordsThere() {
        assertThatThrownBy(() -> DdlParser.parse("CREATE EXTERNAL TABLE t (\n  a int b)\nLOCATION 's3://b/t/'"))
                .isInstanceOfSatisfying(StatementFailure.class, failure -> assertThat(failure.errorType())
                        .isEqualTo(1006))
                .hasMessage("FAILED: ParseException line 2:8 cannot recognize input near 'b' ')' 'LOCATION'");
    }

    @Test
    void aStatementThatEndsTooEarlyIsToldAtItsEnd() {
        assertThatThrownBy(() -> DdlParser.parse("DROP DATABASE"))
                .hasMessage("FAILED: ParseException line 1:13 cannot recognize input near '<EOF>'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "end", "values", "user", "partition", "_id", "table", "views"})
    void aReservedWordOrAnUnderscoreInFrontNeedsBackticks(String name) {
        String statement = "CREATE EXTERNAL TABLE t (%s string, s struct<%s:int>) LOCATION 's3://b/t/'";

        assertThatThrownBy(() -> DdlParser.parse(statement.formatted(name, "a")))
                .hasMessageStartingWith("FAILED: ParseException line 1:25 cannot recognize input near '" + name);
        assertThatThrownBy(() -> DdlParser.parse(statement.formatted("a", name)))
                .hasMessageStartingWith("FAILED: ParseException line 1:44 cannot recognize input near '" + name);
        assertThat(DdlParser.parse(statement.formatted("`" + name + "`", "`" + name + "`")))
                .isPresent();
    }

    @Test
    void anIcebergTableLeavesMoreWordsToNames() {
        String statement = "CREATE TABLE t (%1$s int, s struct<%1$s:int>) PARTITIONED BY (bucket(4, %1$s), %1$s)"
                + " LOCATION 's3://b/t/' TBLPROPERTIES ('table_type'='ICEBERG')";

        for (String name : List.of("partition", "date", "user", "row", "interval")) {
            assertThat(DdlParser.parse(statement.formatted(name))).isPresent();
        }
        for (String name : List.of("select", "end", "values", "_id")) {
            assertThatThrownBy(() -> DdlParser.parse(statement.formatted(name)))
                    .hasMessageContaining("cannot recognize input near '" + name);
        }
    }

    /** ALTER TABLE is Hive's for every table: the statement does not say whether the table is one of Iceberg's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ADD COLUMNS (%s int)",
                "CHANGE COLUMN %s other bigint",
                "CHANGE COLUMN other %s bigint",
                "DROP COLUMN %s",
                "REPLACE COLUMNS (%s int)"
            })
    void alterTableNeedsBackticksForEveryTable(String change) {
        String statement = "ALTER TABLE t " + change;

        for (String name : List.of("date", "user", "partition", "interval")) {
            assertThatThrownBy(() -> DdlParser.parse(statement.formatted(name)))
                    .hasMessageContaining("cannot recognize input near '" + name);
            assertThat(DdlParser.parse(statement.formatted("`" + name + "`"))).isPresent();
        }
    }

    /** AWS's own statements for CloudFront's and the VPC's logs have these names without backticks. */
    @ParameterizedTest
    @ValueSource(strings = {"time", "timestamp", "dayofweek", "start", "location", "status", "type", "year", "comment"})
    void otherKeywordsAreNames(String name) {
        assertThat(DdlParser.parse("CREATE EXTERNAL TABLE t (" + name + " string) LOCATION 's3://b/t/'"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"integer", "real", "long", "varchar", "char", "text", "decimal(1,2,3)", "int(4)", "struct"})
    void aTypeThatHiveHasNotIsRefused(String type) {
        assertThatThrownBy(() -> DdlParser.parse("CREATE EXTERNAL TABLE t (a " + type + ") LOCATION 's3://b/t/'"))
                .hasMessageStartingWith("FAILED: ParseException line 1:27 cannot recognize input near '")
                .hasMessageEndingWith(" in column type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE \"t\"",
                "SHOW CREATE TABLE \"t\"",
                "DESCRIBE \"t\"",
                "CREATE EXTERNAL TABLE t (\"a\" int) LOCATION 's3://b/t/'"
            })
    void doubleQuotesAreNoNamesInDdl(String statement) {
        assertThatThrownBy(() -> DdlParser.parse(statement)).hasMessageStartingWith("FAILED: ParseException line 1:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER INDEX i ON t REBUILD",
                "ALTER TABLE t ARCHIVE PARTITION (a = 1)",
                "ALTER TABLE t UNARCHIVE PARTITION (a = 1)",
                "ALTER TABLE t CLUSTERED BY (a) INTO 2 BUCKETS",
                "ALTER TABLE t EXCHANGE PARTITION (a = 1) WITH TABLE u",
                "ALTER TABLE t NOT CLUSTERED",
                "ALTER TABLE t NOT SKEWED",
                "ALTER TABLE t NOT SORTED",
                "ALTER TABLE t NOT STORED AS DIRECTORIES",
                "ALTER TABLE t PARTITION (a = 1) COMPACT 'major'",
                "ALTER TABLE t PARTITION (a = 1) CONCATENATE",
                "ALTER TABLE t PARTITION (a = 1) SET FILEFORMAT PARQUET",
                "ALTER TABLE t SET SERDEPROPERTIES ('a' = 'b')",
                "ALTER TABLE t SET SKEWED LOCATION (a = 's3://b/')",
                "ALTER TABLE t SKEWED BY (a) ON (1)",
                "ALTER TABLE t TOUCH",
                "ALTER VIEW v AS SELECT 1",
                "COMMIT",
                "CREATE INDEX i ON TABLE t (a)",
                "CREATE ROLE r",
                "CREATE TABLE t LIKE u",
                "CREATE TEMPORARY MACRO m(x int) x",
                "DESCRIBE DATABASE d",
                "DFS -ls",
                "DROP INDEX i ON t",
                "DROP ROLE r",
                "DROP TEMPORARY MACRO m",
                "EXPORT TABLE t TO 's3://b/'",
                "GRANT ROLE r TO USER u",
                "IMPORT TABLE t FROM 's3://b/'",
                "INSERT OVERWRITE TABLE t SELECT 1",
                "LOAD DATA INPATH 's3://b/' INTO TABLE t",
                "LOCK DATABASE d SHARED",
                "LOCK TABLE t SHARED",
                "REVOKE ROLE r FROM USER u",
                "ROLLBACK",
                "SHOW COMPACTIONS",
                "SHOW CURRENT ROLES",
                "SHOW GRANT",
                "SHOW INDEXES ON t",
                "SHOW LOCKS t",
                "SHOW PRINCIPALS r",
                "SHOW ROLE GRANT USER u",
                "SHOW ROLES",
                "SHOW STATS FOR t",
                "SHOW TRANSACTIONS",
                "START TRANSACTION",
                "TRUNCATE TABLE t",
                "UNLOCK DATABASE d",
                "UNLOCK TABLE t",
                "USE d"
            })
    void whatAthenaDoesNotSupportIsRefusedByItsName(String statement) {
        assertThatThrownBy(() -> DdlParser.parse(statement))
                .isInstanceOfSatisfying(StatementFailure.class, failure -> assertThat(failure.errorType())
                        .isEqualTo(1202))
                .hasMessageStartingWith("Queries of this type are not supported: "
                        + statement.substring(
                                0, statement.indexOf(' ') < 0 ? statement.length() : statement.indexOf(' ')));
    }

    @Test
    void whatIsUnsupportedOfATableIsNamedByItsKeywords() {
        assertThatThrownBy(() -> DdlParser.parse("ALTER TABLE db.t PARTITION (a = 1) SET FILEFORMAT PARQUET"))
                .hasMessage("Queries of this type are not supported: ALTER TABLE SET FILEFORMAT");
        assertThatThrownBy(() -> DdlParser.parse("ALTER TABLE db.t SET SERDEPROPERTIES ('a' = 'b')"))
                .hasMessage("Queries of this type are not supported: ALTER TABLE SET SERDEPROPERTIES");
    }
}
