package io.laguna.emulator.redshift.load;

import static io.laguna.emulator.redshift.load.LoadFixture.ROLE;
import static io.laguna.emulator.redshift.load.LoadFixture.rows;
import static io.laguna.emulator.redshift.load.LoadFixture.run;
import static io.laguna.emulator.redshift.load.LoadFixture.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.testlake.EngineLake;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of COPY by AWS's driver: a real cluster, a real S3. */
@ExtendWith(EngineLake.class)
class CopyTest {
    private static LoadFixture fixture;

    @BeforeAll
    static void start(EngineLake.Running lake) throws SQLException {
        fixture = new LoadFixture(lake);
    }

    @AfterAll
    static void stop() throws IOException {
        fixture.close();
    }

    @Test
    void everyObjectOfAPrefixIsLoadedAndTheClientIsTold() throws SQLException {
        fixture.put("all/a.csv", "1,one\n2,two\n");
        fixture.put("all/b/c.csv", "3,three\n");
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table whole (id int, name varchar(10))");
            assertThat(run(connection, "copy whole from " + url("all/") + ROLE + "csv"))
                    .containsExactly("Load into table 'whole' completed, 3 record(s) loaded successfully.");
            assertThat(rows(connection, "select * from whole order by id"))
                    .containsExactly("1|one", "2|two", "3|three");
            assertThat(rows(connection, "select pg_last_copy_count()")).containsExactly("3");
            assertThat(
                            rows(
                                    connection,
                                    "select filename, lines_scanned from stl_load_commits where query = pg_last_copy_id() order by 1"))
                    .containsExactly("s3://tests/all/a.csv|2", "s3://tests/all/b/c.csv|1");
        }
    }

    @Test
    void decimalsAreCutAndWithRoundecRounded() throws SQLException {
        fixture.put("decimal.txt", "20.259\n");
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table amounts (a decimal(8,2))");
            run(connection, "copy amounts from " + url("decimal.txt") + ROLE);
            run(connection, "copy amounts from " + url("decimal.txt") + ROLE + "roundec");
            assertThat(rows(connection, "select a from amounts order by a")).containsExactly("20.25", "20.26");
        }
    }

    @Test
    void anErrorEndsTheLoadAndStaysInTheSystemTablesAfterTheRollback() throws SQLException {
        fixture.put("broken.csv", "1\na\n3\n");
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table broken (id int)");
            connection.setAutoCommit(false);
            run(connection, "insert into broken values (9)");
            assertThatThrownBy(() -> run(connection, "copy broken from " + url("broken.csv") + ROLE + "csv"))
                    .hasMessageContaining(
                            "Load into table 'broken' failed.  Check 'stl_load_errors' system table for" + " details.")
                    .extracting("SQLState")
                    .isEqualTo("XX000");
            assertThatThrownBy(() -> rows(connection, "select 1")).hasMessageContaining("aborted");
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(rows(connection, "select count(*) from broken")).containsExactly("0");
            assertThat(rows(
                            connection,
                            "select filename, line_number, colname, type, position, raw_line, raw_field_value, err_code,"
                                    + " err_reason from stl_load_errors where tbl = 'broken'::regclass::oid::int"))
                    .containsExactly(
                            "s3://tests/broken.csv|2|id|int4|0|a|a|1207|Invalid digit, Value 'a', Pos 0, Type: Integer");
            assertThat(rows(connection, "select status, error_count from sys_load_history where table_name = 'broken'"))
                    .containsExactly("failed|1");
        }
    }

    @Test
    void errorsBelowMaxerrorAreTold() throws SQLException {
        fixture.put("some.csv", "1\na\n3\n");
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table partly (id int)");
            assertThat(run(connection, "copy partly from " + url("some.csv") + ROLE + "csv maxerror 2"))
                    .containsExactly(
                            "Load into table 'partly' completed, 2 record(s) loaded successfully.",
                            "Load into table 'partly' completed, 1 record(s) could not be loaded.  Check"
                                    + " 'stl_load_errors' system table for details.");
            assertThat(rows(connection, "select * from partly order by id")).containsExactly("1", "3");
        }
    }

    @Test
    void aLoadIsPartOfTheTransaction() throws SQLException {
        fixture.put("part.csv", "1\n");
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table part (id int)");
            connection.setAutoCommit(false);
            run(connection, "copy part from " + url("part.csv") + ROLE + "csv");
            assertThat(rows(connection, "select count(*) from part")).containsExactly("1");
            connection.rollback();
            assertThat(rows(connection, "select count(*) from part")).containsExactly("0");
        }
    }

    @Test
    void noloadChecksAndLoadsNothing() throws SQLException {
        fixture.put("check.csv", "1\n");
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table checked (id int)");
            run(connection, "copy checked from " + url("check.csv") + ROLE + "csv noload");
            assertThat(rows(connection, "select count(*) from checked")).containsExactly("0");
        }
    }

    @Test
    void columnsThatAreLeftOutHaveTheirDefaultsAndIdentitiesCount() throws SQLException {
        fixture.put("defaults.csv", "x\ny\n");
        fixture.put("ids.csv", "70,z\n");
        try (Connection connection = fixture.cluster.connect()) {
            run(
                    connection,
                    "create table filled (id int identity(5,1), name varchar(5), kind varchar(5) default 'new')");
            run(connection, "copy filled (name) from " + url("defaults.csv") + ROLE + "csv");
            run(connection, "copy filled (id, name) from " + url("ids.csv") + ROLE + "csv explicit_ids");
            assertThat(rows(connection, "select * from filled order by id"))
                    .containsExactly("5|x|new", "6|y|new", "70|z|new");
            assertThatThrownBy(() -> run(connection, "copy filled (id, name) from " + url("ids.csv") + ROLE + "csv"))
                    .hasMessageContaining("EXPLICIT_IDS");
        }
    }

    @Test
    void everyTypeIsLoaded() throws SQLException {
        fixture.put(
                "types.json",
                "{\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4.5, \"e\": 1.5, \"f\": 2.5, \"g\": true, \"h\": \"ab\","
                        + " \"i\": \"text\", \"j\": \"2024-02-29\", \"k\": \"2024-02-29 01:02:03.5\","
                        + " \"l\": \"2024-02-29 01:02:03+02\", \"m\": {\"x\": [1]}, \"n\": \"0aff\","
                        + " \"o\": \"01:02:03\", \"p\": \"01:02:03+02\"}");
        try (Connection connection = fixture.cluster.connect()) {
            run(
                    connection,
                    "create table types (a smallint, b int, c bigint, d decimal(10,3), e real, f float, g bool,"
                            + " h char(4), i varchar(10), j date, k timestamp, l timestamptz, m super, n varbyte,"
                            + " o time, p timetz)");
            run(connection, "copy types from " + url("types.json") + ROLE + "json 'auto'");
            assertThat(rows(
                            connection,
                            "select a, b, c, d, e, f, g, h, i, j, k, l at time zone 'utc', json_serialize(m), n, o, p"
                                    + " from types"))
                    .containsExactly("1|2|3|4.500|1.5|2.5|t|ab|text|2024-02-29|2024-02-29 01:02:03.5|2024-02-28"
                            + " 23:02:03|{\"x\":[1]}|0aff|01:02:03|01:02:03+02");
        }
    }

    @Test
    void aManifestNamesTheObjectsAndMandatoryOnesHaveToBeThere() throws SQLException {
        fixture.put("listed/1.csv.gz", LoadFixture.gzip("1,@NULL@\n"));
        fixture.put("listed/2.csv.gz", LoadFixture.gzip("2,x\n"));
        fixture.put(
                "manifest.json",
                "{\"entries\": [{\"url\": \"s3://tests/listed/1.csv.gz\", \"mandatory\": true},"
                        + " {\"url\": \"s3://tests/listed/gone\", \"mandatory\": false}]}");
        fixture.put(
                "manifest-gone.json", "{\"entries\": [{\"url\": \"s3://tests/listed/gone\", \"mandatory\": true}]}");
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table listed (id int, name varchar(5))");
            // As Spark's connector writes it.
            run(
                    connection,
                    "COPY listed FROM 's3://tests/manifest.json' FORMAT AS CSV GZIP NULL AS '@NULL@' manifest REGION"
                            + " 'us-east-1' CREDENTIALS 'aws_iam_role=arn:aws:iam::123456789012:role/redshift'");
            assertThat(rows(connection, "select * from listed")).containsExactly("1|~");
            assertThatThrownBy(() ->
                            run(connection, "copy listed from " + url("manifest-gone.json") + ROLE + "csv manifest"))
                    .hasMessageContaining("S3ServiceException:The specified key does not exist.,Status 404");
            assertThatThrownBy(() -> run(connection, "copy listed from " + url("no-manifest") + ROLE + "csv manifest"))
                    .hasMessageContaining("Problem reading manifest file");
        }
    }

    @Test
    void whatIsNotThereIsSaid() throws SQLException {
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table nothing (id int)");
            assertThatThrownBy(() -> run(connection, "copy nothing from " + url("none/") + ROLE + "csv"))
                    .hasMessageContaining("The specified S3 prefix 'none/' does not exist");
            assertThatThrownBy(() -> run(connection, "copy nothing from 's3://no-such-bucket/x' " + ROLE + "csv"))
                    .hasMessageContaining("S3ServiceException:The specified bucket does not exist,Status 404,Error"
                            + " NoSuchBucket");
            assertThatThrownBy(() -> run(connection, "copy absent from " + url("none/") + ROLE + "csv"))
                    .hasMessageContaining("Cannot COPY into nonexistent table absent");
            assertThatThrownBy(() -> run(connection, "copy nothing (x) from " + url("none/") + ROLE + "csv"))
                    .hasMessageContaining("column \"x\" of relation \"nothing\" does not exist");
        }
    }

    @Test
    void aRoleHasToBeTheClustersAndAssumable() throws SQLException {
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table roles (id int)");
            assertThatThrownBy(() -> run(
                            connection,
                            "copy roles from " + url("x") + "iam_role 'arn:aws:iam::123456789012:role/other' csv"))
                    .hasMessageContaining("User arn:aws:redshift:us-east-1:123456789012:dbuser:tests/admin is not"
                            + " authorized to assume IAM Role arn:aws:iam::123456789012:role/other");
        }
    }

    @Test
    void replacedCharactersAreTold() throws SQLException {
        fixture.put("bad.csv", new byte[] {'1', ',', 'x', (byte) 0xa4, '\n'});
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table replaced (id int, name varchar(5))");
            assertThat(run(connection, "copy replaced from " + url("bad.csv") + ROLE + "csv acceptinvchars"))
                    .contains("Load into table 'replaced' completed, 1 record(s) were loaded with replacements made for"
                            + " ACCEPTINVCHARS. Check 'stl_replacements' system table for details.");
            assertThat(rows(connection, "select * from replaced")).containsExactly("1|x?");
            assertThat(rows(connection, "select line_number, colname from stl_replacements"))
                    .containsExactly("1|name");
        }
    }
}
