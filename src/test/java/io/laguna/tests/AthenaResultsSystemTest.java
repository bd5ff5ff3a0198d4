package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.tests.ProtobufFields.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryRuntimeStatistics;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;

/** Tests of what a query leaves: rows by the API, files in S3, numbers. */
@Tag("slow")
@ExtendWith(SharedLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AthenaResultsSystemTest {
    private final SystemLake lake;
    private final AthenaSide athena;

    AthenaResultsSystemTest(SharedLake.Running running, AthenaSide athena) {
        this.lake = running.lake();
        this.athena = athena;
    }

    @AfterAll
    void closeClient() {
        athena.close();
    }

    @Test
    void pagesGiveEachRowOnce() {
        String id = athena.run("SELECT n, IF(n % 2 = 0, 'a' || chr(10) || '\"ñ\",') FROM UNNEST(sequence(1, 25)) t(n)")
                .queryExecutionId();
        List<List<Optional<String>>> paged = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Optional<String> from = token;
            GetQueryResultsResponse page = athena.client()
                    .getQueryResults(request ->
                            request.queryExecutionId(id).maxResults(10).nextToken(from.orElse(null)));
            page.resultSet().rows().forEach(row -> paged.add(AthenaSide.values(row)));
            sizes.add(page.resultSet().rows().size());
            token = Optional.ofNullable(page.nextToken());
        } while (token.isPresent());

        assertThat(sizes).containsExactly(10, 10, 6);
        assertThat(paged.get(0)).isEqualTo(List.of(Optional.of("n"), Optional.of("_col1")));
        assertThat(paged.subList(1, paged.size()))
                .isEqualTo(IntStream.rangeClosed(1, 25)
                        .mapToObj(n -> List.of(
                                Optional.of(Integer.toString(n)),
                                n % 2 == 0 ? Optional.of("a\n\"ñ\",") : Optional.<String>empty()))
                        .toList());
        assertThat(athena.allRows(id)).isEqualTo(paged);
    }

    @Test
    void aQuerysFilesAreTheTableAndItsColumns() {
        String id = athena.run("SELECT 1 id, 'it''s \"so\"' \"a name\", CAST(NULL AS varchar) n, '' e,"
                        + " DECIMAL '1.50' price, ARRAY['x', NULL] a")
                .queryExecutionId();

        assertThat(result(id + ".csv"))
                .isEqualTo("\"id\",\"a name\",\"n\",\"e\",\"price\",\"a\"\n"
                        + "\"1\",\"it's \"\"so\"\"\",,\"\",\"1.50\",\"[x, null]\"\n");
        List<Field> metadata = ProtobufFields.read(bytes(id + ".csv.metadata"));
        assertThat(metadata.get(0).text()).isEqualTo(id);
        assertThat(metadata)
                .filteredOn(field -> field.number() == 4)
                .extracting(AthenaResultsSystemTest::column)
                .containsExactly(
                        "id integer 10 0",
                        "a name varchar 9 0",
                        "n varchar 2147483647 0",
                        "e varchar 0 0",
                        "price decimal 3 2",
                        "a array 0 0");
    }

    @Test
    void anAnswerIsAFileOfLines() {
        lake.put(SharedLake.LAKE, "answered/day=1/a.csv", "1\n");
        athena.run("CREATE EXTERNAL TABLE answered (id int) PARTITIONED BY (day int) LOCATION 's3://lake/answered/'");
        athena.run("ALTER TABLE answered ADD PARTITION (day = 1) PARTITION (day = 2)");

        QueryExecution shown = athena.run("SHOW PARTITIONS answered");

        String id = shown.queryExecutionId();
        assertThat(shown.resultConfiguration().outputLocation()).isEqualTo(AthenaSide.OUTPUT + id + ".txt");
        assertThat(result(id + ".txt")).isEqualTo("day=1\nday=2\n");
        assertThat(column(ProtobufFields.read(bytes(id + ".txt.metadata")).get(1)))
                .isEqualTo("partition string 0 0");
    }

    @Test
    void writtenFilesAreInTheirManifests() {
        QueryExecution created = athena.run("CREATE TABLE written AS SELECT 1 id");
        String id = created.queryExecutionId();
        String place = AthenaSide.OUTPUT + "tables/" + id;
        assertThat(created.statistics().dataManifestLocation()).isEqualTo(place + "-manifest.csv");
        assertThat(manifest("tables/" + id)).singleElement().satisfies(file -> assertThat(file)
                .startsWith(place + "/"));

        QueryExecution inserted = athena.run("INSERT INTO written VALUES 2, 3");
        assertThat(manifest(inserted.queryExecutionId())).allSatisfy(file -> assertThat(file)
                .startsWith(place + "/")
                .isNotEqualTo(manifest("tables/" + id).get(0)));

        QueryExecution unloaded =
                athena.run("UNLOAD (SELECT id FROM written) TO 's3://lake/result-files/' WITH (format = 'PARQUET')");
        assertThat(manifest(unloaded.queryExecutionId()))
                .isEqualTo(lake.keys(SharedLake.LAKE, "result-files/").stream()
                        .map(key -> "s3://lake/" + key)
                        .toList());
    }

    @Test
    void managedResultsAreReadByTheApiAndHaveNoPlaceInS3() {
        athena.client().createWorkGroup(group -> group.name("managed")
                .configuration(
                        settings -> settings.managedQueryResultsConfiguration(managed -> managed.enabled(true))));

        QueryExecution query = athena.succeeded(athena.client()
                .startQueryExecution(request -> request.queryString("SELECT 1 id, CAST(NULL AS varchar) n")
                        .workGroup("managed"))
                .queryExecutionId());

        assertThat(athena.allRows(query.queryExecutionId()))
                .containsExactly(
                        List.of(Optional.of("id"), Optional.of("n")), List.of(Optional.of("1"), Optional.empty()));
        assertThat(query.resultConfiguration().outputLocation()).isNull();
        assertThat(query.managedQueryResultsConfiguration().enabled()).isTrue();
        assertThat(lake.keys(AthenaSide.RESULTS, query.queryExecutionId())).isEmpty();
    }

    @Test
    void aTableOfAQueryNeedsAPlaceWhereResultsAreManaged() {
        athena.client().createWorkGroup(group -> group.name("managed-tables")
                .configuration(
                        settings -> settings.managedQueryResultsConfiguration(managed -> managed.enabled(true))));

        assertThatThrownBy(() -> athena.client()
                        .startQueryExecution(request -> request.queryString("CREATE TABLE nowhere AS SELECT 1 id")
                                .workGroup("managed-tables")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("external_location");
    }

    @Test
    void aDatabaseMayStandInQuotes() {
        lake.glue().createDatabase(request -> request.databaseInput(input -> input.name("quoted")));
        for (String name : List.of("`quoted`", "\"quoted\"", "QUOTED")) {
            QueryExecution query = athena.succeeded(athena.client()
                    .startQueryExecution(athena.request("SHOW TABLES")
                            .queryExecutionContext(context -> context.database(name))
                            .build())
                    .queryExecutionId());
            assertThat(query.queryExecutionContext().database()).isEqualTo("quoted");
        }
    }

    @Test
    void whatIsReadIsWhatTheFilesHold() {
        String text = "1,uno,one\n2,dos,two\n";
        lake.put(SharedLake.LAKE, "measured/a.csv", text);
        athena.run("CREATE EXTERNAL TABLE measured (id int, es string, en string)"
                + " ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' LOCATION 's3://lake/measured/'");
        // Files of less than 3 MB are read whole.
        athena.run("CREATE TABLE columnar AS SELECT * FROM tpch.sf1.customer");

        QueryExecution whole = athena.run("SELECT * FROM measured");

        assertThat(whole.statistics().dataScannedInBytes()).isEqualTo(text.length());
        long size = Long.parseLong(
                athena.value("SELECT sum(s) FROM (SELECT DISTINCT \"$path\", \"$file_size\" s FROM columnar)"));
        assertThat(athena.run("SELECT max(custkey) FROM columnar").statistics().dataScannedInBytes())
                .isPositive()
                .isLessThan(size / 2);
        QueryRuntimeStatistics statistics = athena.client()
                .getQueryRuntimeStatistics(request -> request.queryExecutionId(whole.queryExecutionId()))
                .queryRuntimeStatistics();
        assertThat(statistics.rows()).satisfies(rows -> {
            assertThat(rows.inputRows()).isEqualTo(2);
            assertThat(rows.inputBytes()).isEqualTo(text.length());
            assertThat(rows.outputRows()).isEqualTo(2);
            assertThat(rows.outputBytes())
                    .isEqualTo(result(whole.queryExecutionId() + ".csv").length());
        });
        assertThat(statistics.timeline().totalExecutionTimeInMillis())
                .isEqualTo(whole.statistics().totalExecutionTimeInMillis());
        assertThat(statistics.outputStage().state()).isEqualTo("FINISHED");
    }

    @Test
    void aResultIsReusedForTheSameQuestionOnly() {
        athena.run("CREATE TABLE reused AS SELECT 1 id");
        String question = "SELECT count(*) n FROM reused";
        QueryExecution first = reusing(athena.request(question));
        athena.run("INSERT INTO reused VALUES 2");

        QueryExecution again = reusing(athena.request(question));

        assertThat(isReused(first)).isFalse();
        assertThat(isReused(again)).isTrue();
        assertThat(again.statistics().dataScannedInBytes()).isZero();
        assertThat(again.resultConfiguration().outputLocation())
                .isEqualTo(first.resultConfiguration().outputLocation());
        assertThat(athena.allRows(again.queryExecutionId()).get(1)).containsExactly(Optional.of("1"));
        assertThat(isReused(athena.run(question))).as("not asked for").isFalse();
        assertThat(isReused(reusing(athena.request(question + " "))))
                .as("another text")
                .isFalse();
        assertThat(isReused(reusing(athena.request(question)
                        .resultConfiguration(result -> result.outputLocation(AthenaSide.OUTPUT + "elsewhere/")))))
                .as("another place")
                .isFalse();
    }

    @Test
    void whatChangesATableIsDoneEveryTime() {
        athena.run("CREATE TABLE repeated AS SELECT 1 id");
        reusing(athena.request("INSERT INTO repeated VALUES 2"));

        QueryExecution again = reusing(athena.request("INSERT INTO repeated VALUES 2"));

        assertThat(isReused(again)).isFalse();
        assertThat(athena.value("SELECT count(*) FROM repeated")).isEqualTo("3");
    }

    private QueryExecution reusing(StartQueryExecutionRequest.Builder request) {
        return athena.succeeded(athena.client()
                .startQueryExecution(request.resultReuseConfiguration(reuse -> reuse.resultReuseByAgeConfiguration(
                                byAge -> byAge.enabled(true).maxAgeInMinutes(10)))
                        .build())
                .queryExecutionId());
    }

    private static boolean isReused(QueryExecution query) {
        return query.statistics().resultReuseInformation().reusedPreviousResult();
    }

    private static String column(Field column) {
        List<Field> fields = ProtobufFields.read(column.bytes());
        return fields.get(1).text() + " " + fields.get(3).text() + " "
                + fields.get(4).value() + " " + fields.get(5).value();
    }

    private List<String> manifest(String name) {
        return result(name + "-manifest.csv").lines().toList();
    }

    private String result(String key) {
        return new String(bytes(key), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String key) {
        return lake.s3()
                .getObjectAsBytes(request -> request.bucket(AthenaSide.RESULTS).key(key))
                .asByteArray();
    }
}
