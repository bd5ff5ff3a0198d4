package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.pipelines.covid.ingest.CaseHeader;
import io.laguna.pipelines.covid.sample.CaseGenerator;
import io.laguna.pipelines.covid.sample.CaseSample;
import io.laguna.pipelines.covid.sample.SampleFigures;
import io.laguna.tests.LagunaCommand.Result;
import io.laguna.tests.LagunaCommand.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Tests of one lake: a demo is killed with all its lake; then, on a lake that stays up, come the delivery that it had
 * begun, the same again, and the next one. The results are an API, and a schedule ingests what is published.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpsertSystemTest {
    private static final long ROWS = 20_000;
    private static final long NEW_ROWS = 3_000;
    private static final String INGEST = "laguna-covid-ingest";

    /** The query for everything but the snapshot in which a row lies. */
    private static final String CONTENT = "select count(*), sum(hash(columns(c -> c <> 'snapshot'))::hugeint) from ";

    private final CaseSample first = CaseSample.of(ROWS, 7);
    private Path folder;
    private LagunaCommand laguna;
    private ZoneFiles zones;
    private SampleFigures firstFigures;
    private SampleFigures secondFigures;
    private String firstRun = "";

    @BeforeAll
    void generateTheDeliveries(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Path lake = folder.resolve("lake");
        laguna = new LagunaCommand(lake);
        zones = new ZoneFiles(lake);
        firstFigures = new CaseGenerator(first).writeTo(folder.resolve("first.csv"), rows -> {});
        secondFigures = new CaseGenerator(first.next(NEW_ROWS)).writeTo(folder.resolve("second.csv"), rows -> {});
    }

    @AfterAll
    void stopTheLake() {
        assertThat(laguna.run("down")).returns(0, Result::exitCode);
    }

    @Test
    @Order(1)
    void aKilledDemoLeavesNoProcess() throws InterruptedException {
        Running demo =
                laguna.start("demo", "--cases", folder.resolve("first.csv").toString());
        await().atMost(2, TimeUnit.MINUTES).until(() -> isCleaning(folder.resolve("lake")));
        List<ProcessHandle> children = demo.process().descendants().toList();
        assertThat(children).hasSizeGreaterThan(8);

        demo.process().destroyForcibly().waitFor();

        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
    }

    @Test
    @Order(2)
    void aDeliveryThatAKilledDemoHadBegunIsAccountedForToTheLastRow() {
        assertThat(laguna.run("up")).returns(0, Result::exitCode);

        Result demo = demo("first.csv");

        firstRun = demo.output();
        assertThat(demo.output()).contains("report");
        assertThat(cases()).isEqualTo(firstFigures.cases());
        assertThat(rejected()).isEqualTo(firstFigures.rejectedRows());
        assertThat(zones.rows("select department_code, count(*) from " + trusted() + " group by 1"))
                .hasSize(firstFigures.casesByDepartment().size())
                .allSatisfy(row -> assertThat(Long.parseLong(row.get(1)))
                        .as(row.get(0))
                        .isEqualTo(firstFigures.casesByDepartment().get(row.get(0))));
    }

    @Test
    @Order(3)
    void nationalFiguresAreTheSumOfTheDepartmentsOnEveryDay() {
        assertThat(zones.rows("select n.report_date from " + zones.table("refined", "national_daily")
                        + " n join (select report_date, sum(cases) c, sum(cumulative_cases) cc from "
                        + zones.table("refined", "department_daily")
                        + " group by 1) d using (report_date) where n.cases <> d.c or n.cumulative_cases <> d.cc"))
                .isEmpty();
        assertThat(zones.number("select max(cumulative_cases) from " + zones.table("refined", "national_daily")))
                .isEqualTo(firstFigures.cases());
    }

    @Test
    @Order(4)
    void everyHiveClientFindsTheTablesWithTheirComments() {
        LakeAddresses addresses =
                LakeAddresses.of(folder.resolve("lake/.laguna")).orElseThrow();
        try (HiveCatalog catalog = new HiveCatalog(addresses.metastore())) {
            assertThat(catalog.tables("raw"))
                    .contains("cases_current", "department", "municipality", "population", "department_beds");
            assertThat(catalog.tables("trusted")).contains("cases", "cases_rejected");
            assertThat(catalog.tables("refined"))
                    .contains("department_daily", "national_daily", "top_departments", "icu_pressure");
            assertThat(catalog.columns("trusted", "cases")).startsWith("case_id", "report_date");
            assertThat(catalog.table("trusted", "cases").getSd().getCols())
                    .allSatisfy(column ->
                            assertThat(column.getComment()).as(column.getName()).isNotBlank());
            assertThat(catalog.table("trusted", "cases").getParameters()).containsKey("comment");
        }
    }

    @Test
    @Order(5)
    void theResultsAreAnApi() {
        PublishedResults api = PublishedResults.of(firstRun);
        String departments = zones.table("refined", "top_departments");
        String days = zones.table("refined", "department_daily");
        String[] columns = {"department_code", "department", "population", "cases", "deaths", "cases_per_100k"};

        assertThat(api.rows("/departments?limit=20", columns))
                .as("two pages")
                .hasSize(33)
                .isEqualTo(zones.rows(
                        "select " + String.join(",", columns) + " from " + departments + " order by department_code"));
        assertThat(PublishedResults.texts(api.get("/departments/5").body(), columns))
                .isEqualTo(zones.rows("select " + String.join(",", columns) + " from " + departments
                                + " where department_code = '05'")
                        .get(0));
        assertThat(api.rows(
                        "/departments/05/daily?from=2020-06-01&to=2021-03-31&limit=100",
                        "report_date",
                        "cases",
                        "cumulative_cases"))
                .hasSize(304)
                .isEqualTo(zones.rows("select report_date, cases, cumulative_cases from " + days
                        + " where department_code = '05' and report_date between '2020-06-01' and '2021-03-31'"
                        + " order by report_date"));
        assertThat(api.get("/country").body().path("cumulative_cases").asLong()).isEqualTo(firstFigures.cases());
        JsonNode model = api.get("/model").body();
        assertThat(model.path("metrics")).isNotEmpty();
        assertThat(model.path("importances").size()).isEqualTo((int)
                zones.number("select count(*) from " + zones.table("refined", "recovery_model_importances")));
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /departments/98                                  | 404 | There is no department 98
                    /departments/98/daily                            | 404 | There is no department 98
                    /departments/five                                | 400 | code has to be the number
                    /departments/05/daily?from=June                  | 400 | from has to be a day
                    /departments/05/daily?to=2021-02-30              | 400 | to has to be a day
                    /departments/05/daily?from=2021-02-02&to=2021-02-01 | 400 | from is after to
                    /departments?limit=0                             | 400 | limit has to be a number from 1 to 1000
                    /departments?limit=1001                          | 400 | limit has to be a number from 1 to 1000
                    /departments?next=last                           | 400 | next has to be the one
                    /nothing                                         | 404 | Not Found
                    """)
    void requestsThatCannotBeAnsweredAreToldWhy(String path, int status, String why) {
        PublishedResults.Answer answer = PublishedResults.of(firstRun).get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("message").asText()).startsWith(why);
    }

    @Test
    @Order(6)
    void theSameFileAgainChangesNoRow() {
        List<List<String>> before = zones.rows(CONTENT + trusted());
        List<List<String>> martsBefore = zones.rows(CONTENT + zones.table("refined", "department_daily"));

        Result again = demo("first.csv");

        assertThat(again.output()).contains("is there already");
        assertThat(zones.rows(CONTENT + trusted())).isEqualTo(before);
        assertThat(zones.rows(CONTENT + zones.table("refined", "department_daily")))
                .isEqualTo(martsBefore);
    }

    @Test
    @Order(7)
    void theNextDeliveryChangesAndAddsCases() {
        zones.copy(trusted(), folder.resolve("before.parquet"));

        Result second = demo("second.csv");

        assertThat(cases()).isEqualTo(secondFigures.cases());
        String before = "'" + folder.resolve("before.parquet") + "'";
        assertThat(zones.number("select count(*) from " + trusted() + " anti join " + before + " using (case_id)"))
                .isEqualTo(secondFigures.added());
        assertThat(zones.number("select count(*) from " + before + " anti join " + trusted() + " using (case_id)"))
                .as("no case is lost")
                .isZero();
        assertThat(zones.number("select count(distinct delivery) from " + trusted()))
                .as("every case is told by the latest delivery")
                .isEqualTo(1);
        PublishedResults api = PublishedResults.of(second.output());
        assertThat(api.get("/country").body().path("cumulative_cases").asLong())
                .as("the API has no results of the run before")
                .isEqualTo(secondFigures.cases());
    }

    @Test
    @Order(8)
    void aScheduleBringsPublishedCasesIntoTheRawZone() throws IOException {
        CaseSample release = CaseSample.of(500, 3).under(CaseHeader.SODA);
        Path published = folder.resolve("published.csv");
        new CaseGenerator(release).writeTo(published, rows -> {});
        try (CasePortal portal = new CasePortal(Files.readString(published), release.rows());
                LambdaClient lambda = clients().client(LambdaClient.builder());
                EventBridgeClient events = clients().client(EventBridgeClient.builder())) {
            assertThat(events.describeRule(rule -> rule.name(INGEST)))
                    .returns("rate(1 day)", DescribeRuleResponse::scheduleExpression)
                    .returns(RuleState.DISABLED, DescribeRuleResponse::state);
            assertThat(events.listTargetsByRule(rule -> rule.rule(INGEST)).targets())
                    .singleElement()
                    .satisfies(target -> assertThat(target.arn()).endsWith(":function:" + INGEST));
            assertThat(lambda.getPolicy(of -> of.functionName(INGEST)).policy()).contains("events.amazonaws.com");
            lambda.updateFunctionConfiguration(function -> function.functionName(INGEST)
                    .environment(variables ->
                            variables.variables(Map.of("RAW_BUCKET", "raw", "SODA_BASE_URL", portal.address()))));
            lambda.waiter().waitUntilFunctionUpdatedV2(function -> function.functionName(INGEST));

            InvokeResponse ingested = lambda.invoke(invoke -> invoke.functionName(INGEST));

            assertThat(ingested.functionError())
                    .as(ingested.payload().asUtf8String())
                    .isNull();
            assertThat(ingested.payload().asUtf8String()).contains("\"rows\":500", "\"new\":true");
            assertThat(lambda.invoke(invoke -> invoke.functionName(INGEST))
                            .payload()
                            .asUtf8String())
                    .as("the same release again")
                    .contains("\"new\":false");
        }
    }

    private LakeClients clients() {
        Path state = folder.resolve("lake/.laguna");
        return LakeClients.of(LakeAddresses.of(state).orElseThrow().endpoint(), state);
    }

    private Result demo(String file) {
        Result result = laguna.run("demo", "--cases", folder.resolve(file).toString());
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result;
    }

    private String trusted() {
        return zones.table("trusted", "cases");
    }

    private long cases() {
        return zones.number("select count(*) from " + trusted());
    }

    private long rejected() {
        return zones.number("select count(*) from read_parquet('" + folder.resolve("lake/zones/trusted/covid/rejected")
                + "/**/*.parquet')");
    }

    /** A step's controller says what it starts, and its driver's log is there when it has started. */
    private static boolean isCleaning(Path lake) throws IOException {
        Path steps = lake.resolve(".laguna/emr");
        if (!Files.isDirectory(steps)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(steps)) {
            List<Path> controllers =
                    files.filter(file -> file.endsWith("controller")).toList();
            for (Path controller : controllers) {
                if (Files.readString(controller).contains("CleanCases")
                        && Files.exists(controller.resolveSibling("stderr"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
