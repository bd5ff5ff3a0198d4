package io.laguna.emulator.glue;

import static io.laguna.emulator.glue.TestTables.column;
import static io.laguna.emulator.glue.TestTables.parquet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trino.hive.thrift.metastore.ColumnStatisticsDesc;
import io.trino.hive.thrift.metastore.ColumnStatisticsObj;
import io.trino.hive.thrift.metastore.LongColumnStatsData;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.ColumnStatistics;
import software.amazon.awssdk.services.glue.model.ColumnStatisticsData;
import software.amazon.awssdk.services.glue.model.ColumnStatisticsType;
import software.amazon.awssdk.services.glue.model.DecimalNumber;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.ValidationException;

@ExtendWith(CatalogLake.class)
class ColumnStatisticsTest {
    private static final Instant ANALYZED = Instant.parse("2026-01-02T03:04:05.678Z");

    private final CatalogLake.Running lake;
    private final GlueClient glue;
    private String database;

    ColumnStatisticsTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @BeforeEach
    void newTable() {
        database = TestTables.database(glue);
        glue.createTable(request -> request.databaseName(database).tableInput(input -> input.name("t")
                .tableType("EXTERNAL_TABLE")
                .partitionKeys(column("day", "date"))
                .storageDescriptor(parquet(
                        lake.location(database),
                        column("Flag", "boolean"),
                        column("born", "date"),
                        column("price", "decimal(10,2)"),
                        column("ratio", "double"),
                        column("id", "bigint"),
                        column("name", "string"),
                        column("picture", "binary")))));
        glue.createPartition(request ->
                request.databaseName(database).tableName("t").partitionInput(input -> input.values("2026-01-01")));
    }

    /** Returns statistics of every type. */
    private static List<ColumnStatistics> all() {
        return List.of(
                statistics("Flag", "boolean", data -> data.type(ColumnStatisticsType.BOOLEAN)
                        .booleanColumnStatisticsData(
                                of -> of.numberOfTrues(1L).numberOfFalses(2L).numberOfNulls(3L))),
                statistics("born", "date", data -> data.type(ColumnStatisticsType.DATE)
                        .dateColumnStatisticsData(of -> of.minimumValue(Instant.parse("1900-01-01T00:00:00Z"))
                                .maximumValue(Instant.parse("2026-01-01T12:00:00Z"))
                                .numberOfNulls(4L)
                                .numberOfDistinctValues(5L))),
                statistics("price", "decimal(10,2)", data -> data.type(ColumnStatisticsType.DECIMAL)
                        .decimalColumnStatisticsData(of -> of.minimumValue(decimal(-12345))
                                .maximumValue(decimal(99999999))
                                .numberOfNulls(6L)
                                .numberOfDistinctValues(7L))),
                statistics("ratio", "double", data -> data.type(ColumnStatisticsType.DOUBLE)
                        .doubleColumnStatisticsData(of -> of.minimumValue(-0.5)
                                .maximumValue(1.25)
                                .numberOfNulls(8L)
                                .numberOfDistinctValues(9L))),
                statistics("id", "bigint", data -> data.type(ColumnStatisticsType.LONG)
                        .longColumnStatisticsData(of -> of.minimumValue(Long.MIN_VALUE)
                                .maximumValue(Long.MAX_VALUE)
                                .numberOfNulls(0L)
                                .numberOfDistinctValues(11L))),
                statistics("name", "string", data -> data.type(ColumnStatisticsType.STRING)
                        .stringColumnStatisticsData(of -> of.maximumLength(12L)
                                .averageLength(3.5)
                                .numberOfNulls(13L)
                                .numberOfDistinctValues(14L))),
                statistics("picture", "binary", data -> data.type(ColumnStatisticsType.BINARY)
                        .binaryColumnStatisticsData(
                                of -> of.maximumLength(15L).averageLength(1.5).numberOfNulls(16L))));
    }

    @Test
    void aTablesStatisticsComeBackAsTheyWereGiven() {
        assertThat(glue.updateColumnStatisticsForTable(request ->
                                request.databaseName(database).tableName("t").columnStatisticsList(all()))
                        .errors())
                .isEmpty();

        var read = glue.getColumnStatisticsForTable(
                request -> request.databaseName(database).tableName("t").columnNames(names()));

        assertThat(read.columnStatisticsList()).containsExactlyElementsOf(all());
        assertThat(read.errors()).isEmpty();
    }

    @Test
    void aPartitionsStatisticsComeBackAsTheyWereGiven() {
        assertThat(glue.updateColumnStatisticsForPartition(request -> request.databaseName(database)
                                .tableName("t")
                                .partitionValues("2026-01-01")
                                .columnStatisticsList(all()))
                        .errors())
                .isEmpty();

        var read = glue.getColumnStatisticsForPartition(request -> request.databaseName(database)
                .tableName("t")
                .partitionValues("2026-01-01")
                .columnNames(names()));

        assertThat(read.columnStatisticsList()).containsExactlyElementsOf(all());
        assertThatThrownBy(() -> glue.getColumnStatisticsForPartition(request -> request.databaseName(database)
                        .tableName("t")
                        .partitionValues("2030-01-01")
                        .columnNames("id")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void hiveSeesTheStatisticsAndGlueSeesHives() {
        update(all().get(4));
        long maximum = lake.hive(hive -> hive.getTableColumnStatistics(database, "t", "id")
                .getStatsObj()
                .get(0)
                .getStatsData()
                .getLongStats()
                .getHighValue());
        assertThat(maximum).isEqualTo(Long.MAX_VALUE);

        lake.hive(hive -> {
            LongColumnStatsData data = new LongColumnStatsData(1, 2);
            data.setLowValue(3);
            data.setHighValue(4);
            return hive.updateTableColumnStatistics(new io.trino.hive.thrift.metastore.ColumnStatistics(
                    new ColumnStatisticsDesc(true, database, "t"),
                    List.of(new ColumnStatisticsObj(
                            "id", "bigint", io.trino.hive.thrift.metastore.ColumnStatisticsData.longStats(data)))));
        });

        assertThat(glue.getColumnStatisticsForTable(request ->
                                request.databaseName(database).tableName("t").columnNames("id"))
                        .columnStatisticsList()
                        .get(0)
                        .statisticsData()
                        .longColumnStatisticsData()
                        .maximumValue())
                .isEqualTo(4);
    }

    @Test
    void statisticsAreNoNewVersionOfTheTable() {
        update(all().get(4));

        assertThat(TestTables.get(glue, database, "t").versionId()).isEqualTo("0");
        assertThat(TestTables.get(glue, database, "t").parameters()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenOrFoundIsToldForEachColumn() {
        var errors = glue.updateColumnStatisticsForTable(request -> request.databaseName(database)
                        .tableName("t")
                        .columnStatisticsList(
                                all().get(0),
                                statistics("none", "bigint", data -> data.type(ColumnStatisticsType.LONG)
                                        .longColumnStatisticsData(
                                                of -> of.numberOfNulls(1L).numberOfDistinctValues(1L))),
                                statistics("id", "bigint", data -> data.type(ColumnStatisticsType.LONG))))
                .errors();
        assertThat(errors)
                .extracting(error -> error.columnStatistics().columnName() + " "
                        + error.error().errorCode())
                .containsExactly("none EntityNotFoundException", "id InvalidInputException");

        var read = glue.getColumnStatisticsForTable(
                request -> request.databaseName(database).tableName("t").columnNames("flag", "id", "none"));
        assertThat(read.columnStatisticsList()).hasSize(1);
        assertThat(read.errors()).extracting(error -> error.columnName()).containsExactly("id", "none");
    }

    @Test
    void statisticsAreDeleted() {
        update(all().get(4));
        glue.deleteColumnStatisticsForTable(
                request -> request.databaseName(database).tableName("t").columnName("ID"));

        assertThat(glue.getColumnStatisticsForTable(request ->
                                request.databaseName(database).tableName("t").columnNames("id"))
                        .columnStatisticsList())
                .isEmpty();
        assertThatThrownBy(() -> glue.deleteColumnStatisticsForTable(
                        request -> request.databaseName(database).tableName("t").columnName("id")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void atMostTwentyFiveColumnsAtOnce() {
        List<ColumnStatistics> many =
                IntStream.range(0, 26).mapToObj(i -> all().get(0)).toList();

        assertThatThrownBy(() -> glue.updateColumnStatisticsForTable(
                        request -> request.databaseName(database).tableName("t").columnStatisticsList(many)))
                .isInstanceOf(ValidationException.class);
    }

    private void update(ColumnStatistics statistics) {
        assertThat(glue.updateColumnStatisticsForTable(request ->
                                request.databaseName(database).tableName("t").columnStatisticsList(statistics))
                        .errors())
                .isEmpty();
    }

    private static List<String> names() {
        return all().stream().map(ColumnStatistics::columnName).toList();
    }

    private static ColumnStatistics statistics(String name, String type, Consumer<ColumnStatisticsData.Builder> data) {
        return ColumnStatistics.builder()
                .columnName(name)
                .columnType(type)
                .analyzedTime(ANALYZED)
                .statisticsData(data)
                .build();
    }

    private static DecimalNumber decimal(long unscaled) {
        return DecimalNumber.builder()
                .unscaledValue(
                        SdkBytes.fromByteArray(BigInteger.valueOf(unscaled).toByteArray()))
                .scale(2)
                .build();
    }
}
