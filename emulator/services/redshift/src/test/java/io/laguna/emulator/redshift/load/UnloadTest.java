package io.laguna.emulator.redshift.load;

import static io.laguna.emulator.redshift.load.LoadFixture.ROLE;
import static io.laguna.emulator.redshift.load.LoadFixture.rows;
import static io.laguna.emulator.redshift.load.LoadFixture.run;
import static io.laguna.emulator.redshift.load.LoadFixture.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.testlake.EngineLake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of UNLOAD by AWS's driver: a real cluster, a real S3. */
@ExtendWith(EngineLake.class)
class UnloadTest {
    private static final String THREE =
            "select 1 as id, ''a|b'' as name union all select 2, null union all select 3, ''c'' order by 1";
    private static LoadFixture fixture;

    @BeforeAll
    static void start(EngineLake.Running lake) throws SQLException {
        fixture = new LoadFixture(lake);
    }

    @AfterAll
    static void stop() throws IOException {
        fixture.close();
    }

    private static void unload(String query, String key, String options) throws SQLException {
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "unload ('" + query + "') to " + url(key) + ROLE + options);
        }
    }

    @Test
    void slicesWriteFilesAndAManifestLists() throws SQLException {
        unload(THREE, "manifested/v_", "manifest");
        assertThat(fixture.keys("manifested/"))
                .containsExactly("manifested/v_0000_part_00", "manifested/v_0001_part_00", "manifested/v_manifest");
        assertThat(fixture.text("manifested/v_0000_part_00")).isEqualTo("1|a|b\n3|c\n");
        assertThat(fixture.text("manifested/v_0001_part_00")).isEqualTo("2|\n");
        assertThat(fixture.text("manifested/v_manifest").replaceAll("\\s", ""))
                .isEqualTo("{\"entries\":[{\"url\":\"s3://tests/manifested/v_0000_part_00\"},"
                        + "{\"url\":\"s3://tests/manifested/v_0001_part_00\"}]}");
        assertThatThrownBy(() -> unload(THREE, "manifested/v_", "manifest"))
                .hasMessageContaining("Specified unload destination on S3 is not empty.");
        unload("select 7", "manifested/v_", "manifest allowoverwrite parallel off");
        assertThat(fixture.text("manifested/v_000")).isEqualTo("7\n");
    }

    @Test
    void cleanpathRemovesWhatIsThere() throws SQLException {
        fixture.put("cleaned/old", "x");
        unload("select 1", "cleaned/", "cleanpath parallel off");
        assertThat(fixture.keys("cleaned/")).containsExactly("cleaned/000");
    }

    @Test
    void delimitedFilesHaveQuotesEscapesNullsAndHeaders() throws SQLException {
        unload(
                THREE,
                "quoted/",
                "parallel off header delimiter '','' addquotes escape null as ''@NULL@''".replace("''", "'"));
        assertThat(fixture.text("quoted/000"))
                .isEqualTo("\"id\",\"name\"\n\"1\",\"a|b\"\n\"2\",\"@NULL@\"\n\"3\",\"c\"\n");
        unload("select ''a|b\\\\\\\\c'' || chr(10) || ''d''", "escaped/", "parallel off escape");
        assertThat(fixture.text("escaped/000")).isEqualTo("a\\|b\\\\c\\\nd\n");
    }

    @Test
    void csvIsQuotedWhereItHasToBe() throws SQLException {
        unload("select 1 as a, ''x,\"y\"'' as b, null as c", "csv/", "csv header parallel off");
        assertThat(fixture.text("csv/000")).isEqualTo("a,b,c\n1,\"x,\"\"y\"\"\",\n");
    }

    @Test
    void fixedWidthsAreFilledWithBlanks() throws SQLException {
        unload("select 12 as a, ''äb'' as b, null::int as c", "fixed/", "fixedwidth 'a:4,b:3,c:2' parallel off");
        assertThat(fixture.text("fixed/000")).isEqualTo("12  äb   \n");
        assertThatThrownBy(() -> unload("select 12345", "fixed2/", "fixedwidth 'a:4'"))
                .hasMessageContaining("FIXEDWIDTH is 4");
        assertThat(fixture.keys("fixed2/")).isEmpty();
    }

    @Test
    void jsonHasAnObjectForEachRow() throws SQLException {
        unload(
                "select 1 as a, ''x\"'' as b, true as c, null as d, json_parse(''{\"k\": [1, 2]}'') as e, 1.50 as f,"
                        + " ''2024-02-29''::date as g",
                "json/",
                "json parallel off");
        assertThat(fixture.text("json/000"))
                .isEqualTo("{\"a\":1,\"b\":\"x\\\"\",\"c\":\"t\",\"d\":null,\"e\":{\"k\":[1,2]},\"f\":1.50,"
                        + "\"g\":\"2024-02-29\"}\n");
        unload("select 1 as a where false", "json-none/", "json");
        assertThat(fixture.keys("json-none/")).isEmpty();
    }

    @Test
    void filesAreCompressedAndNamedAfterIt() throws IOException, SQLException {
        unload(THREE, "zip/", "gzip parallel off");
        assertThat(fixture.keys("zip/")).containsExactly("zip/000.gz");
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(fixture.get("zip/000.gz")))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("1|a|b\n2|\n3|c\n");
        }
        unload(THREE, "zip2/", "zstd parallel off extension 'txt'");
        assertThat(fixture.keys("zip2/")).containsExactly("zip2/000.txt");
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table unzipped (id int, name varchar(5))");
            unload(THREE, "zip3/", "bzip2 escape");
            run(connection, "copy unzipped from " + url("zip3/") + ROLE + "bzip2 escape emptyasnull");
            run(connection, "copy unzipped from " + url("zip2/") + ROLE + "zstd delimiter '|' maxerror 5");
            assertThat(rows(connection, "select id, name from unzipped order by 1, 2"))
                    .containsExactly("1|a|b", "2|", "2|~", "3|c", "3|c");
        }
    }

    @Test
    void partitionsAreFoldersAndLeaveTheFiles() throws SQLException {
        String query =
                "select 1 as id, ''a/b'' as kind, 2024 as year union all select 2, null, 2023 union all select 3,"
                        + " ''a/b'', 2024";
        unload(query, "parts", "csv partition by (year, kind) manifest");
        assertThat(fixture.keys("parts/"))
                .containsExactly(
                        "parts/manifest",
                        "parts/year=2023/kind=__HIVE_DEFAULT_PARTITION__/0000_part_00",
                        "parts/year=2024/kind=a%2Fb/0000_part_00",
                        "parts/year=2024/kind=a%2Fb/0001_part_00");
        assertThat(fixture.text("parts/year=2023/kind=__HIVE_DEFAULT_PARTITION__/0000_part_00"))
                .isEqualTo("2\n");
        unload(query, "parts2/", "csv partition by (year) include parallel off");
        assertThat(fixture.text("parts2/year=2023/000")).isEqualTo("2,,2023\n");
        assertThatThrownBy(() -> unload(query, "parts3/", "csv partition by (month)"))
                .hasMessageContaining("column \"month\" of PARTITION BY");
    }

    @Test
    void verboseManifestsTellColumnsAndRows() throws SQLException {
        unload(
                "select 1::smallint as a, 2.50::decimal(8,2) as b, ''x''::varchar(25) as c",
                "verbose/",
                "manifest verbose parallel off header");
        assertThat(fixture.text("verbose/manifest").replaceAll("\\s+", ""))
                .isEqualTo("{\"entries\":[{\"url\":\"s3://tests/verbose/000\",\"meta\":{\"content_length\":15,"
                        + "\"record_count\":2}}],\"schema\":{\"elements\":[{\"name\":\"a\",\"type\":{\"base\":"
                        + "\"smallint\"}},{\"name\":\"b\",\"type\":{\"base\":\"numeric\",\"precision\":8,\"scale\":2}},"
                        + "{\"name\":\"c\",\"type\":{\"base\":\"charactervarying\",\"max_length\":25}}]},\"meta\":"
                        + "{\"content_length\":15,\"record_count\":2},\"author\":{\"name\":\"AmazonRedshift\","
                        + "\"version\":\"1.0.0\"}}");
    }

    @Test
    void parquetComesBackByCopyOfItsManifest() throws SQLException {
        try (Connection connection = fixture.cluster.connect()) {
            run(
                    connection,
                    "create table whole (a smallint, b int, c bigint, d decimal(8,2), e decimal(18,4), f decimal(38,10),"
                            + " g real, h float, i bool, j char(4), k varchar(20), l date, m timestamp, n timestamptz,"
                            + " o super, p varbyte)");
            run(
                    connection,
                    "insert into whole values (1, -2, 3, 20.25, -1234567.0001, 12345678901234567890.5, 1.5, -2.5, true,"
                            + " 'ab', 'text ä', '2024-02-29', '2024-02-29 01:02:03.456789', '2024-02-29 01:02:03+02',"
                            + " json_parse('{\"x\": [1, \"y\"]}'), from_hex('0aff'))");
            run(connection, "insert into whole (a) values (null)");
            run(
                    connection,
                    "unload ('select * from whole') to " + url("parquet/") + ROLE + "format as parquet manifest");
            assertThat(fixture.keys("parquet/"))
                    .containsExactly(
                            "parquet/0000_part_00.parquet", "parquet/0001_part_00.parquet", "parquet/manifest");
            run(connection, "create table copied as select * from whole where false");
            run(connection, "copy copied from " + url("parquet/manifest") + ROLE + "parquet serializetojson manifest");
            assertThat(rows(connection, "select a, b, c, d, e, f, g, h, i, j, k, l, m, n, p from copied"))
                    .containsExactlyInAnyOrderElementsOf(
                            rows(connection, "select a, b, c, d, e, f, g, h, i, j, k, l, m, n, p from whole"));
        }
    }

    @Test
    void parquetHasAllDigitsOfANumberAndTheSessionItsOwnAfterwards() throws SQLException {
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "create table sums as select 0.1::float8 + 0.2::float8 as f, 1::float4 / 3::float4 as r");
            run(connection, "set extra_float_digits to 0");
            connection.setAutoCommit(false);
            run(connection, "unload ('select * from sums') to " + url("digits/") + ROLE + "parquet");
            assertThat(rows(connection, "select f::varchar(30) from sums")).containsExactly("0.3");
            connection.setAutoCommit(true);
            run(connection, "create table again as select * from sums where false");
            run(connection, "copy again from " + url("digits/") + ROLE + "parquet");
            assertThat(rows(connection, "select count(*) from again a join sums s on a.f = s.f and a.r = s.r"))
                    .containsExactly("1");
        }
    }

    @Test
    void aQueryThatFailsLeavesNoObject() throws SQLException {
        assertThatThrownBy(() -> unload("select 1 / (n - 3) from generate_series(1, 5) n", "failed/", ""))
                .hasMessageContaining("division by zero");
        assertThat(fixture.keys("failed/")).isEmpty();
    }

    @Test
    void twoColumnsOfOneNameAreUnloadedAsText() throws SQLException {
        unload("select 1 as a, 2 as a", "twice/", "parallel off");
        assertThat(fixture.text("twice/000")).isEqualTo("1|2\n");
        assertThatThrownBy(() -> unload("select 1 as a, 2 as a", "twice2/", "json"))
                .hasMessageContaining("must be unique");
    }

    @Test
    void filesAreCutAtMaxfilesize() throws SQLException {
        unload(
                "select n, repeat(''x'', 1000) from generate_series(1, 12000) n",
                "cut/",
                "parallel off maxfilesize 5 mb");
        assertThat(fixture.keys("cut/")).containsExactly("cut/000", "cut/001", "cut/002");
        assertThat(fixture.get("cut/000").length).isBetween(5 * 1024 * 1024, 5 * 1024 * 1024 + 70_000);
    }

    @Test
    void theHistoryHasFilesAndRows() throws SQLException {
        try (Connection connection = fixture.cluster.connect()) {
            run(connection, "unload ('" + THREE + "') to " + url("history/") + ROLE + "csv");
            assertThat(rows(
                            connection,
                            "select path, line_count, transfer_size, file_format from stl_unload_log where path like"
                                    + " '%history/%' order by path"))
                    .containsExactly(
                            "s3://tests/history/0000_part_00|2|10|CSV", "s3://tests/history/0001_part_00|1|3|CSV");
        }
    }
}
