package io.laguna.apps.covid.marts;

import static io.laguna.apps.covid.SmallCase.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.apps.SparkTest;
import io.laguna.apps.covid.SmallCase;
import io.laguna.apps.covid.SmallLake;
import io.laguna.apps.lake.Summaries;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class RefinedZoneTest {

    @TempDir
    Path folder;

    private SparkSession spark;
    private SmallLake lake;

    @BeforeEach
    void twoDepartments(SparkSession session) {
        spark = session;
        lake = new SmallLake(spark, folder).department("05", 200_000).department("08", 50_000);
    }

    @Test
    void theSummaryTellsTheRowsOfEveryTable() {
        MartsSummary summary = build(
                reported("05", "2020-03-06").times(2),
                reported("05", "2020-03-08").times(1));

        assertThat(summary.tables().keySet())
                .containsExactly(Marts.ALL.stream().map(Mart::name).toArray(String[]::new))
                .allSatisfy(table -> assertThat(spark.table("refined." + table).count())
                        .isEqualTo(summary.tables().get(table)));
        assertThat(summary.tables()).containsEntry("department_daily", 6L).containsEntry("thousandth_case", 0L);
        assertThat(Summaries.read(spark, lake.refined() + "/covid/summary/marts.json", JsonNode.class))
                .hasValueSatisfying(json -> {
                    assertThat(json.get("cases").asLong()).isEqualTo(3);
                    assertThat(json.get("departments").asLong()).isEqualTo(2);
                    assertThat(json.get("population_year").asInt()).isEqualTo(2020);
                    assertThat(json.get("tables").get("national_daily").asLong())
                            .isEqualTo(3);
                });
    }

    @Test
    void everyColumnOfEveryMartIsExplained() {
        build(reported("05", "2020-03-06").times(1));

        for (Mart mart : Marts.ALL) {
            assertThat(spark.table("refined." + mart.name()).schema().fieldNames())
                    .containsExactlyInAnyOrderElementsOf(mart.columns().keySet());
        }
    }

    @Test
    void aDepartmentWithoutPopulationFailsIsNamedAndLeavesTheMartsAsTheyWere() {
        build(reported("05", "2020-03-06").times(1));
        lake.department("44").with(reported("44", "2020-03-07")).create();

        assertThatThrownBy(() -> new RefinedZone(spark, lake.refined()).build(2020))
                .hasMessageContaining("Department 44 (code 44, 1 case)");
        assertThat(strings("SELECT sum(cases) FROM refined.national_daily")).containsExactly("1");
    }

    @Test
    void theSameCasesGiveTheSameMartsTwice() {
        build(
                reported("05", "2020-03-06").times(3),
                reported("08", "2020-03-09").died().times(2));
        List<List<String>> before = allRows();

        new RefinedZone(spark, lake.refined()).build(2020);

        assertThat(allRows()).isEqualTo(before);
    }

    private List<List<String>> allRows() {
        return Marts.ALL.stream()
                .map(mart -> strings("SELECT * FROM refined." + mart.name()).stream()
                        .sorted()
                        .toList())
                .toList();
    }

    @SafeVarargs
    private MartsSummary build(List<SmallCase>... cases) {
        for (List<SmallCase> some : cases) {
            lake.with(some);
        }
        lake.create();
        return new RefinedZone(spark, lake.refined()).build(2020);
    }

    private List<String> strings(String query) {
        return spark.sql(query).collectAsList().stream()
                .map((Row row) -> row.mkString(" "))
                .toList();
    }
}
