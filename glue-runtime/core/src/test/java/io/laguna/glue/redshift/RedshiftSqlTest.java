package io.laguna.glue.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.glue.format.Options;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.sources.And;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.IsNotNull;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.Not;
import org.apache.spark.sql.sources.Or;
import org.apache.spark.sql.sources.StringContains;
import org.apache.spark.sql.sources.StringStartsWith;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the SQL that Redshift gets. */
class RedshiftSqlTest {
    private static final String ROLE = "arn:aws:iam::000000000000:role/reader";

    @ParameterizedTest
    @MethodSource("filters")
    void conditionsArePushedWhereTheyMeanTheSame(Filter filter, Optional<String> sql) {
        assertThat(PushedFilter.sql(filter)).isEqualTo(sql);
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                pushed(new EqualTo("Name", "it's \\ so"), "\"name\" = 'it\\'s \\\\ so'"),
                pushed(new GreaterThan("n", 7L), "\"n\" > 7"),
                pushed(new GreaterThan("n", 1e300), "\"n\" > CAST(1.0E300 AS DOUBLE PRECISION)"),
                pushed(new LessThanOrEqual("n", new BigDecimal("1E+3")), "\"n\" <= 1000"),
                pushed(new EqualTo("day", Date.valueOf("2024-02-29")), "\"day\" = DATE '2024-02-29'"),
                pushed(new In("n", new Object[] {1, 2}), "\"n\" IN (1, 2)"),
                pushed(new StringStartsWith("s", "a%_"), "LEFT(\"s\", 3) = 'a%_'"),
                pushed(
                        new Or(new IsNotNull("a"), new And(new EqualTo("b", true), new EqualTo("c", "x"))),
                        "(\"a\" IS NOT NULL OR (\"b\" = true AND \"c\" = 'x'))"),
                notPushed(new GreaterThan("n", Double.NaN)),
                notPushed(new EqualTo("at", Timestamp.valueOf("2024-01-01 00:00:00"))),
                notPushed(new GreaterThan("s", "a")),
                notPushed(new Not(new EqualTo("s", "x"))),
                notPushed(new Or(new EqualTo("a", 1), new StringContains("s", "x"))),
                notPushed(new In("n", new Object[] {1, Double.NaN})));
    }

    private static Arguments pushed(Filter filter, String sql) {
        return Arguments.of(filter, Optional.of(sql));
    }

    private static Arguments notPushed(Filter filter) {
        return Arguments.of(filter, Optional.empty());
    }

    @Test
    void oneFilterThatIsNotPushedLeavesTheOthers() {
        assertThat(PushedFilter.sql(new EqualTo("a", 1), new StringContains("s", "x"), new EqualTo("b", 2)))
                .contains("\"a\" = 1 AND \"b\" = 2");
    }

    @Test
    void theFolderIsOpenedByARoleOrByKeys() {
        assertThat(clause(Map.of("aws_iam_role", ROLE))).isEqualTo("IAM_ROLE '" + ROLE + "'");
        assertThat(clause(Map.of(
                        "temporary_aws_access_key_id", "A",
                        "temporary_aws_secret_access_key", "B",
                        "temporary_aws_session_token", "C")))
                .isEqualTo("ACCESS_KEY_ID 'A' SECRET_ACCESS_KEY 'B' SESSION_TOKEN 'C'");
        assertThatThrownBy(() -> clause(Map.of())).hasMessageContaining("aws_iam_role");
        assertThatThrownBy(() -> clause(Map.of("temporary_aws_access_key_id", "A")))
                .hasMessageContaining("temporary_aws_secret_access_key");
        assertThatThrownBy(() -> clause(Map.of("aws_iam_role", ROLE, "forward_spark_s3_credentials", "true")))
                .hasMessageContaining("exclude one another");
    }

    private static String clause(Map<String, String> options) {
        return Authorization.of(Options.of(options), false).clause();
    }

    @Test
    void keysAreInNoText() {
        assertThat(Authorization.of(
                                Options.of(Map.of(
                                        "temporary_aws_access_key_id", "A",
                                        "temporary_aws_secret_access_key", "secret",
                                        "temporary_aws_session_token", "C")),
                                false)
                        .toString())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            id int, Name string             | "id" INTEGER, "name" VARCHAR(256)
            a bigint, b smallint, c tinyint | "a" BIGINT, "b" SMALLINT, "c" SMALLINT
            a double, b float, c boolean    | "a" DOUBLE PRECISION, "b" REAL, "c" BOOLEAN
            a date, b timestamp, c binary   | "a" DATE, "b" TIMESTAMP, "c" VARBYTE(65535)
            a decimal(12,3)                 | "a" DECIMAL(12, 3)
            a array<int>, b map<string,int> | "a" SUPER, "b" SUPER
            a int not null                  | "a" INTEGER NOT NULL
            """)
    void columnsHaveRedshiftsTypes(String schema, String columns) {
        assertThat(new TableDefinition("s.t", StructType.fromDDL(schema), Options.NONE).statements())
                .containsExactly("CREATE TABLE IF NOT EXISTS s.t (" + columns + ") DISTSTYLE EVEN");
    }

    @Test
    void aTableIsDistributedSortedAndDescribedAsTheOptionsSay() {
        Options options = Options.of(
                Map.of("diststyle", "key", "distkey", "Id", "sortkeyspec", "SORTKEY(id)", "description", "it's"));

        assertThat(new TableDefinition("t", StructType.fromDDL("Id int"), options).statements())
                .containsExactly(
                        "CREATE TABLE IF NOT EXISTS t (\"id\" INTEGER) DISTSTYLE KEY DISTKEY (\"id\") SORTKEY(id)",
                        "COMMENT ON TABLE t IS 'it\\'s'");
    }

    @ParameterizedTest
    @CsvSource({
        "diststyle, SOME, Unknown diststyle: SOME",
        "diststyle, KEY, Missing option: distkey",
    })
    void wrongDistributionsAreRefused(String option, String value, String message) {
        assertThatThrownBy(
                        () -> new TableDefinition("t", StructType.fromDDL("a int"), Options.of(Map.of(option, value)))
                                .statements())
                .hasMessageContaining(message);
    }

    @Test
    void theFormatOfFilesIsAvroUnlessColumnsAreNestedOrTheOptionsNameAnother() {
        StructType flat = StructType.fromDDL("a int");
        StructType nested = StructType.fromDDL("a array<int>");

        assertThat(StagedFormat.of(Options.NONE, flat)).isEqualTo(StagedFormat.AVRO);
        assertThat(StagedFormat.of(Options.NONE, nested)).isEqualTo(StagedFormat.CSV_GZIP);
        for (String name : List.of("links.val.note", "2nd", "first name")) {
            assertThat(StagedFormat.of(Options.NONE, new StructType().add(name, "string")))
                    .isEqualTo(StagedFormat.CSV_GZIP);
        }
        assertThat(StagedFormat.of(Options.of(Map.of("tempformat", "csv gzip")), flat))
                .isEqualTo(StagedFormat.CSV_GZIP);
        assertThat(StagedFormat.PARQUET.clause(Options.NONE, nested)).isEqualTo("FORMAT AS PARQUET SERIALIZETOJSON");
        assertThatThrownBy(() -> StagedFormat.of(Options.of(Map.of("tempformat", "ORC")), flat))
                .hasMessageContaining("It is AVRO, CSV, CSV GZIP or PARQUET");
    }

    @Test
    void theTemporaryFolderIsInS3() {
        assertThat(TemporaryFolder.of(Options.of(Map.of("tempdir", "s3a://b/t")))
                        .redshift())
                .startsWith("s3://b/t/");
        assertThatThrownBy(() -> TemporaryFolder.of(Options.of(Map.of("redshiftTmpDir", "/tmp"))))
                .hasMessageContaining("has to be in S3");
    }
}
