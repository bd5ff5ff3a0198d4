package io.laguna.emulator.redshiftdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.ColumnMetadata;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.Field;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultResponse;
import software.amazon.awssdk.services.redshiftdata.model.ResourceNotFoundException;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;
import software.amazon.awssdk.services.redshiftdata.model.SubStatementData;
import software.amazon.awssdk.services.redshiftdata.model.ValidationException;

/** Statements from their submission to their results. */
@ExtendWith(DataLake.class)
class StatementRunsTest {
    private final DataLake.Running lake;
    private RedshiftData data;

    StatementRunsTest(DataLake.Running lake) {
        this.lake = lake;
        this.data = lake.open();
    }

    @AfterEach
    void close() {
        data.close();
    }

    private RedshiftDataClient client() {
        return Rooms.of(RedshiftDataClient.class, data.rooms(EngineLake.CALLER)).client();
    }

    private ExecuteStatementResponse submit(String sql, Consumer<ExecuteStatementRequest.Builder> more) {
        return client().executeStatement(execute -> {
            execute.clusterIdentifier(DataLake.CLUSTER)
                    .database(lake.database())
                    .sql(sql);
            more.accept(execute);
        });
    }

    private DescribeStatementResponse run(String sql) {
        return end(submit(sql, more -> {}).id());
    }

    private DescribeStatementResponse end(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> client().describeStatement(describe -> describe.id(id)), told -> List.of(
                                StatusString.FINISHED, StatusString.FAILED, StatusString.ABORTED)
                        .contains(told.status()));
    }

    private GetStatementResultResponse result(String id) {
        return client().getStatementResult(get -> get.id(id));
    }

    @Test
    void valuesComeInTheMembersOfTheirTypes() {
        String id = run("select true, 7::int, 8::bigint, 1.5::float8, 2.50::numeric(8,2), 'text'::varchar(9),"
                        + " date '2024-02-29', null::int as nothing")
                .id();

        GetStatementResultResponse result = result(id);

        assertThat(result.records())
                .containsExactly(List.of(
                        Field.fromBooleanValue(true),
                        Field.fromLongValue(7L),
                        Field.fromLongValue(8L),
                        Field.fromDoubleValue(1.5),
                        Field.fromStringValue("2.50"),
                        Field.fromStringValue("text"),
                        Field.fromStringValue("2024-02-29"),
                        Field.fromIsNull(true)));
        assertThat(result.totalNumRows()).isEqualTo(1);
        assertThat(result.columnMetadata())
                .extracting(ColumnMetadata::typeName)
                .containsExactly("bool", "int4", "int8", "float8", "numeric", "varchar", "date", "int4");
        assertThat(result.columnMetadata().get(4).precision()).isEqualTo(8);
        assertThat(result.columnMetadata().get(4).scale()).isEqualTo(2);
        assertThat(result.columnMetadata().get(7).label()).isEqualTo("nothing");
    }

    @Test
    void figuresOfAStatementAreTold() {
        run("drop table if exists figures");
        DescribeStatementResponse made = run("create table figures (n int)");
        DescribeStatementResponse inserted = run("insert into figures values (1), (2)");
        DescribeStatementResponse read = run("select * from figures");

        assertThat(made.hasResultSet()).isFalse();
        assertThat(made.resultRows()).isZero();
        assertThat(inserted.resultRows()).isEqualTo(2);
        assertThat(inserted.hasResultSet()).isFalse();
        assertThat(read.hasResultSet()).isTrue();
        assertThat(read.resultRows()).isEqualTo(2);
        assertThat(read.resultSize()).isEqualTo(2);
        assertThat(read.duration()).isPositive();
        assertThat(read.redshiftPid()).isPositive();
        assertThat(read.redshiftQueryId()).isEqualTo(4711);
        assertThat(read.queryString()).isEqualTo("select * from figures");
    }

    @Test
    void aFailureSaysWhy() {
        DescribeStatementResponse failed = run("select * from nowhere");

        assertThat(failed.status()).isEqualTo(StatusString.FAILED);
        assertThat(failed.error()).startsWith("ERROR: relation \"nowhere\" does not exist");
        assertThatThrownBy(() -> result(failed.id()))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessage("Query does not have result. Please check query status with DescribeStatement.");
    }

    @Test
    void severalCommandsOfOneTextAreOneTransaction() {
        DescribeStatementResponse read = run(
                "drop table if exists fruit; create table fruit (name varchar); insert into fruit values ('fig'), ('kiwi');\n"
                        + "select name from fruit order by 1;");
        DescribeStatementResponse failed = run("delete from fruit; select * from nowhere");

        assertThat(read.error()).isNull();
        assertThat(read.resultRows()).isEqualTo(2);
        assertThat(result(read.id()).records().get(1).get(0).stringValue()).isEqualTo("kiwi");
        assertThat(failed.error()).startsWith("ERROR: relation \"nowhere\" does not exist");
        assertThat(run("select * from fruit").resultRows()).isEqualTo(2);
    }

    @Test
    void aTextWithParametersHasOneCommand() {
        ExecuteStatementResponse sent = submit("select :n; select :n", more -> more.parameters(parameter("n", "2")));

        assertThat(end(sent.id()).error())
                .isEqualTo("ERROR: cannot insert multiple commands into a prepared statement");
    }

    @Test
    void namedParametersTakeTheTypesOfTheirPlaces() {
        ExecuteStatementResponse sent = submit(
                "select :n + 1, ':n', :t || '!' /* :x */ from (values (1), (2)) v(id) where id = :n limit :n",
                more -> more.parameters(parameter("n", "2"), parameter("t", "it's \\ ok")));

        DescribeStatementResponse told = end(sent.id());
        assertThat(told.error()).isNull();
        assertThat(told.queryParameters()).hasSize(2);
        assertThat(result(sent.id()).records().get(0).get(0)).isEqualTo(Field.fromLongValue(3L));
        assertThat(result(sent.id()).records().get(0).get(1)).isEqualTo(Field.fromStringValue(":n"));

        assertThatThrownBy(() -> submit("select :a", more -> more.parameters(parameter("b", "1"))))
                .isInstanceOf(ValidationException.class)
                .hasMessage("Cannot find parameter: a");
        assertThatThrownBy(() -> submit("select 1", more -> more.parameters(parameter("b", "1"))))
                .hasMessageContaining("unused parameters");
    }

    private static SqlParameter parameter(String name, String value) {
        return SqlParameter.builder().name(name).value(value).build();
    }

    @Test
    void aBatchIsOneTransaction() {
        run("drop table if exists batched");
        run("create table batched (n int primary key)");
        String good = client().batchExecuteStatement(batch -> batch.clusterIdentifier(DataLake.CLUSTER)
                        .database(lake.database())
                        .sqls(
                                "insert into batched values (1)",
                                "select n from batched",
                                "delete from batched where n = 5"))
                .id();
        DescribeStatementResponse told = end(good);

        assertThat(told.status()).isEqualTo(StatusString.FINISHED);
        assertThat(told.hasResultSet()).isTrue();
        assertThat(told.subStatements()).extracting("id").containsExactly(good + ":1", good + ":2", good + ":3");
        assertThat(result(good + ":2").records()).containsExactly(List.of(Field.fromLongValue(1L)));
        assertThatThrownBy(() -> result(good)).isInstanceOf(ResourceNotFoundException.class);

        String bad = client().batchExecuteStatement(batch -> batch.clusterIdentifier(DataLake.CLUSTER)
                        .database(lake.database())
                        .sqls("insert into batched values (2)", "insert into batched values (1)", "select 3"))
                .id();
        DescribeStatementResponse failed = end(bad);

        assertThat(failed.status()).isEqualTo(StatusString.FAILED);
        assertThat(failed.error()).startsWith("Query #2 failed with ERROR: duplicate key");
        assertThat(failed.subStatements())
                .extracting(SubStatementData::statusAsString)
                .containsExactly("FINISHED", "FAILED", "ABORTED");
        assertThat(lake.count("select count(*) from batched")).isEqualTo(1);
    }

    @Test
    void aSessionKeepsItsTemporaryTables() {
        ExecuteStatementResponse first =
                submit("create temp table own (n int)", more -> more.sessionKeepAliveSeconds(60));
        end(first.id());
        String session = first.sessionId();

        String second = client().executeStatement(
                        execute -> execute.sessionId(session).sql("insert into own values (1)"))
                .id();
        assertThat(end(second).status()).isEqualTo(StatusString.FINISHED);
        assertThat(end(second).sessionId()).isEqualTo(session);

        lake.forward(Duration.ofSeconds(61));
        assertThatThrownBy(() -> client().executeStatement(
                                execute -> execute.sessionId(session).sql("select 1")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aTokenIsAnsweredOnce() {
        run("drop table if exists once");
        run("create table once (n int)");
        ExecuteStatementResponse first = submit("insert into once values (1)", more -> more.clientToken("once"));
        end(first.id());

        assertThat(submit("insert into once values (1)", more -> more.clientToken("once")))
                .isEqualTo(first);
        assertThatThrownBy(() -> submit("insert into once values (2)", more -> more.clientToken("once")))
                .isInstanceOf(ValidationException.class);
        assertThat(lake.count("select count(*) from once")).isEqualTo(1);
    }

    @Test
    void aLargeResultComesInPagesAndAsCsv() {
        String sql =
                "select n, repeat('x', 1000) as filler, case when n = 2 then 'a \"b\", c' end from generate_series(1, 2500) n";
        String id = run(sql).id();
        List<Long> numbers = new ArrayList<>();
        client().getStatementResultPaginator(get -> get.id(id))
                .records()
                .forEach(row -> numbers.add(row.get(0).longValue()));

        assertThat(result(id).nextToken()).isNotNull();
        assertThat(numbers).hasSize(2500).doesNotHaveDuplicates();

        String csv = submit(sql, more -> more.resultFormat("CSV")).id();
        end(csv);
        assertThat(client().getStatementResultV2(get -> get.id(csv))
                        .records()
                        .get(0)
                        .csvRecords())
                .contains("\r\n2," + "x".repeat(1000) + ",\"a \"\"b\"\", c\"\r\n");
        assertThatThrownBy(() -> result(csv)).isInstanceOf(ValidationException.class);
    }

    @Test
    void aStatementIsCancelled() {
        String id = submit("select pg_sleep(30)", more -> {}).id();
        await().until(() ->
                client().describeStatement(describe -> describe.id(id)).status() == StatusString.STARTED);

        assertThat(client().cancelStatement(cancel -> cancel.id(id)).status()).isTrue();

        assertThat(end(id).status()).isEqualTo(StatusString.ABORTED);
        assertThatThrownBy(() -> client().cancelStatement(cancel -> cancel.id(id)))
                .hasMessage("Could not cancel a query that is already in ABORTED state with ID: " + id);
    }

    @Test
    void whatRanWhenLagunaWasKilledSaysSo() {
        String id = run("select 1").id();
        lake.sql("update redshiftdata_statement set status = 'STARTED' where id = '" + id + "'");
        data.close();

        data = lake.open();

        assertThat(end(id).status()).isEqualTo(StatusString.FAILED);
        assertThat(end(id).error()).contains("Laguna was stopped while the statement ran");
    }

    @Test
    void whatWaitedWhenLagunaWasKilledIsRun() {
        String id = run("select 1").id();
        lake.sql("update redshiftdata_statement set status = 'SUBMITTED' where id = '" + id + "'");
        data.close();

        data = lake.open();

        assertThat(end(id).status()).isEqualTo(StatusString.FINISHED);
        assertThat(result(id).records()).hasSize(1);
    }

    @Test
    void anEventTellsOfTheEndWhenItIsWanted() {
        String id = submit("select 1", more -> more.withEvent(true).statementName("told"))
                .id();
        end(id);

        assertThat(lake.count("select count(*) from event_outbox where source = 'aws.redshift-data'"
                        + " and detail_type = 'Redshift Data Statement Status Change'"
                        + " and detail like '%\"state\":\"FINISHED\"%' and detail like '%" + id + "%'"))
                .isEqualTo(1);
    }

    @Test
    void statementsAreListedByNameAndState() {
        String finished =
                submit("select 1", more -> more.statementName("list-1")).id();
        String failed =
                submit("select nothing", more -> more.statementName("list-2")).id();
        end(finished);
        end(failed);

        assertThat(client().listStatements(list -> list.statementName("list-")).statements())
                .extracting("id")
                .containsExactly(finished);
        assertThat(client().listStatements(list ->
                        list.statementName("list-").status("ALL").maxResults(1)))
                .satisfies(page -> {
                    assertThat(page.statements()).extracting("id").containsExactly(failed);
                    assertThat(client().listStatements(list -> list.statementName("list-")
                                            .status("ALL")
                                            .nextToken(page.nextToken()))
                                    .statements())
                            .extracting("id")
                            .containsExactly(finished);
                });
    }

    @Test
    void resultsAreForgottenAfterADay() {
        String id = run("select 1").id();
        lake.forward(Duration.ofHours(25));
        data.wake();

        await().untilAsserted(() -> assertThatThrownBy(() -> result(id))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessage("Query does not exist."));
    }

    @Test
    void membersThatDoNotGoTogetherAreRefused() {
        assertThatThrownBy(() -> client().executeStatement(
                                execute -> execute.sql("select 1").database("dev")))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> client().executeStatement(execute ->
                        execute.sql("select 1").database("dev").clusterIdentifier("no-such")))
                .hasMessage("Redshift endpoint doesn't exist in this region.");
        assertThatThrownBy(() -> client().executeStatement(execute ->
                        execute.sql("select 1").database("dev").workgroupName("no-such")))
                .hasMessage("Redshift endpoint doesn't exist in this region.");
        assertThatThrownBy(() -> client().executeStatement(execute ->
                        execute.sql("select 1").database("dev").clusterIdentifier(DataLake.PAUSED)))
                .hasMessage("Redshift cluster paused is paused.");
        assertThatThrownBy(() -> submit("select 1", more -> more.dbUser("a").secretArn("b")))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> client().describeStatement(describe -> describe.id("nothing")))
                .hasMessageStartingWith("id must satisfy regex pattern");
        assertThatThrownBy(() ->
                        client().describeStatement(describe -> describe.id("00000000-0000-0000-0000-000000000000")))
                .hasMessage("Query does not exist.");
    }

    @Test
    void aSecretLogsIn() {
        String id = submit("select current_user", more -> more.secretArn("arn:aws:secretsmanager:eu-west-1:1:secret:x"))
                .id();

        assertThat(end(id).status()).isEqualTo(StatusString.FINISHED);
    }

    @Test
    void tablesAndColumnsAreDescribed() {
        run("drop table if exists described");
        run("create table described (id int not null, name varchar(20) default 'x')");

        assertThat(client().listDatabases(
                                list -> list.clusterIdentifier(DataLake.CLUSTER).database(lake.database()))
                        .databases())
                .contains(lake.database());
        assertThat(client().listSchemas(list -> list.clusterIdentifier(DataLake.CLUSTER)
                                .database(lake.database())
                                .schemaPattern("pub%"))
                        .schemas())
                .containsExactly("public");
        assertThat(client().listTables(list -> list.clusterIdentifier(DataLake.CLUSTER)
                                .database(lake.database())
                                .tablePattern("described"))
                        .tables())
                .singleElement()
                .satisfies(table -> assertThat(table.type()).isEqualTo("TABLE"));
        assertThat(client().describeTable(describe -> describe.clusterIdentifier(DataLake.CLUSTER)
                                .database(lake.database())
                                .schema("public")
                                .table("described"))
                        .columnList())
                .extracting(
                        ColumnMetadata::name,
                        ColumnMetadata::typeName,
                        ColumnMetadata::nullable,
                        column -> Optional.ofNullable(column.columnDefault()).isPresent())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("id", "int4", 0, false),
                        org.assertj.core.groups.Tuple.tuple("name", "varchar", 1, true));
    }
}
