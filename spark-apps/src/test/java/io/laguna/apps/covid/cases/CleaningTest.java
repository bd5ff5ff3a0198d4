package io.laguna.apps.covid.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.laguna.apps.SparkTest;
import io.laguna.apps.lake.Summaries;
import io.laguna.apps.lake.Tables;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests of how deliveries, one after the other, become one table. */
@ExtendWith(SparkTest.class)
class CleaningTest {

    private static final String JULY = "2026-07-01T000000";
    private static final String AUGUST = "2026-08-01T000000";

    @TempDir
    Path folder;

    private Landing landing;
    private SparkSession spark;

    @BeforeEach
    void land(SparkSession session) {
        landing = new Landing(folder.resolve("raw"));
        spark = session;
        landing.land(JULY, Release.JULY_2020, List.of(july("1", "Casa"), july("2", "Casa"), july("3", "Hospital")));
    }

    @Test
    void aSecondDeliveryChangesAndAddsRows() {
        clean();
        landing.land(AUGUST, Release.CURRENT, List.of(current("2", "Fallecido"), current("4", "Casa")));

        CleanSummary summary = clean();

        assertThat(cases())
                .containsExactly("1 Casa " + JULY, "2 Fallecido " + AUGUST, "3 Hospital " + JULY, "4 Casa " + AUGUST);
        assertThat(summary)
                .isEqualTo(new CleanSummary(List.of(JULY, AUGUST), List.of(AUGUST), 3, 2, 4, 0, 1, Map.of(), 1));
    }

    @Test
    void aRunWithoutNewDeliveryChangesNothing() {
        clean();
        String before = snapshot();

        CleanSummary summary = clean();

        assertThat(snapshot()).isEqualTo(before);
        assertThat(summary).isEqualTo(new CleanSummary(List.of(JULY), List.of(), 3, 0, 3, 0, 0, Map.of(), 1));
        assertThat(summary.toString()).startsWith("No new delivery");
        assertThat(written()).isEqualTo(summary);
    }

    @Test
    void deliveriesThatComeTogetherAreMergedAsIfOneAfterTheOther() {
        landing.land(AUGUST, Release.CURRENT, List.of(current("2", "Fallecido")));

        CleanSummary summary = clean();

        assertThat(cases()).containsExactly("1 Casa " + JULY, "2 Fallecido " + AUGUST, "3 Hospital " + JULY);
        assertThat(summary.rowsSuperseded()).isEqualTo(1);
    }

    @Test
    void aDeliveryThatLandsLateDoesNotWinOverNewerRows() {
        clean();
        landing.land("2026-06-01T000000", Release.JULY_2020, List.of(july("1", "Hospital UCI"), july("5", "Casa")));

        CleanSummary summary = clean();

        assertThat(cases())
                .containsExactly("1 Casa " + JULY, "2 Casa " + JULY, "3 Hospital " + JULY, "5 Casa 2026-06-01T000000");
        assertThat(summary.rowsSuperseded()).isEqualTo(1);
    }

    @Test
    void withinADeliveryTheLaterFileWinsAndWithinAFileTheLaterRow() {
        landing.landFiles(
                AUGUST,
                Release.JULY_2020.names(),
                Map.of(
                        "part b é.csv", List.of(july("1", "Hospital"), july("2", "Hospital"), july("2", "Recuperado")),
                        "part a.csv", List.of(july("1", "Hospital UCI"))),
                4);

        CleanSummary summary = clean();

        assertThat(cases()).containsExactly("1 Hospital " + AUGUST, "2 Recuperado " + AUGUST, "3 Hospital " + JULY);
        assertThat(summary.rowsSuperseded()).isEqualTo(4);
    }

    @Test
    void theLaterRowWinsInWhateverBlockOfTheFileItLies() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            lines.add(july("1", i == 1_999 ? "Recuperado" : "Casa"));
        }
        landing.land(AUGUST, Release.JULY_2020, lines);
        spark.conf().set("spark.sql.files.maxPartitionBytes", "16k");
        try {
            assertThat(clean().rowsSuperseded()).isEqualTo(2_000);
        } finally {
            spark.conf().unset("spark.sql.files.maxPartitionBytes");
        }

        assertThat(cases()).contains("1 Recuperado " + AUGUST);
    }

    @Test
    void whatALaterJobKeepsIsCompressedAsBefore() {
        clean();

        assertThat(spark.conf().get("spark.sql.inMemoryColumnarStorage.compressed"))
                .isEqualTo("true");
    }

    @Test
    void aDeliveryWithoutManifestIsNotThere() {
        landing.write("covid/cases/delivery=" + AUGUST + "/cases.csv", "half a fi");

        assertThat(clean().deliveries()).containsExactly(JULY);
    }

    @Test
    void aDeliveryThatRawNoLongerHasIsTakenOutByARebuild() throws IOException {
        landing.land(AUGUST, Release.CURRENT, List.of(current("2", "Fallecido"), current("x", "Casa")));
        clean();
        FileUtils.deleteDirectory(
                folder.resolve("raw/covid/cases/delivery=" + AUGUST).toFile());

        CleanSummary summary = clean();

        assertThat(cases()).containsExactly("1 Casa " + JULY, "2 Casa " + JULY, "3 Hospital " + JULY);
        assertThat(summary.rowsBefore()).isZero();
        assertThat(spark.table("trusted.cases_rejected").count()).isZero();
    }

    @Test
    void aRebuildMakesTheSameTableAgain() {
        landing.land(AUGUST, Release.CURRENT, List.of(current("2", "Fallecido"), current("x", "Casa")));
        clean();
        List<String> before = cases();

        CleanSummary summary = cleaning().run(true);

        assertThat(cases()).isEqualTo(before);
        assertThat(summary.newDeliveries()).containsExactly(JULY, AUGUST);
        assertThat(summary.rowsRejected()).isEqualTo(1);
        assertThat(spark.table("trusted.cases_rejected").count()).isEqualTo(1);
    }

    @Test
    void rejectedRowsOfEarlierDeliveriesStay() {
        landing.land("2026-06-01T000000", Release.JULY_2020, List.of(july("x", "Casa")));
        clean();
        landing.land(AUGUST, Release.JULY_2020, List.of(july("y", "Casa")));
        clean();

        assertThat(spark.table("trusted.cases_rejected").select("delivery").collectAsList().stream()
                        .map(row -> row.getString(0)))
                .containsExactlyInAnyOrder("2026-06-01T000000", AUGUST);
    }

    @Test
    void aManifestThatLiesStopsTheRunBeforeAnythingIsPublished() {
        clean();
        String before = snapshot();
        landing.landFiles(AUGUST, Release.CURRENT.names(), Map.of("cases.csv", List.of(current("2", "Casa"))), 7);

        assertThatIllegalStateException()
                .isThrownBy(this::clean)
                .withMessageContainingAll(AUGUST, "7 rows by its manifest", "1 were read");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void rowsThatDoNotAddUpStopTheRunWithBothSides() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Balance(3, 5, 6, 1, 2).check())
                .withMessageContainingAll("3 before + 5 in = 8", "6 out + 1 rejected + 2 superseded = 9");
    }

    @Test
    void aSnapshotWhoseFilesWereChangedIsNotMergedInto() {
        clean();
        FileUtils.listFiles(folder.resolve("trusted/covid/cases").toFile(), new String[] {"parquet"}, true)
                .forEach(File::delete);
        landing.land(AUGUST, Release.CURRENT, List.of(current("2", "Casa")));

        assertThatIllegalStateException()
                .isThrownBy(this::clean)
                .withMessageContainingAll("0 rows", "3 were written", "--rebuild");
        assertThat(cleaning().run(true).rowsOut()).isEqualTo(3);
    }

    @Test
    void whatARunThatDiedLeftIsCleared() throws IOException {
        clean();
        Path leftover = folder.resolve("trusted/covid/cases/snapshot=20300101T000000000/report_month=2020-03");
        Files.createDirectories(leftover);
        Files.writeString(leftover.resolve("part-0.parquet"), "half a file");

        clean();

        assertThat(leftover.getParent()).doesNotExist();
        assertThat(cases()).hasSize(3);
    }

    @Test
    void withoutTheCatalogEverythingIsMadeFromRaw() {
        clean();
        spark.sql("DROP TABLE trusted.cases");

        assertThat(clean().rowsOut()).isEqualTo(3);
        assertThat(cases()).hasSize(3);
    }

    @Test
    void withoutAnyDeliveryTheRunFails() throws IOException {
        FileUtils.deleteDirectory(folder.resolve("raw").toFile());

        assertThatIllegalStateException().isThrownBy(this::clean).withMessageContaining("Ingest case files first");
    }

    @Test
    void anUnknownHeaderIsRefused() {
        landing.landFiles(AUGUST, List.of("ID de caso", "Edad"), Map.of("cases.csv", List.of("1,2")), 1);

        assertThatIllegalArgumentException().isThrownBy(this::clean).withMessageContaining("missing: ");
    }

    @Test
    void theExportIsCsvWithAHeader() {
        clean();
        cleaning().exportCsv();

        assertThat(spark.read()
                        .option("header", true)
                        .csv(folder.toUri() + "trusted/covid/cases_csv")
                        .select("case_id", "report_date", "report_month")
                        .collectAsList())
                .hasSize(3)
                .allMatch(row -> row.getString(1).equals("2020-03-06")
                        && row.getString(2).equals("2020-03"));
    }

    @Test
    void theTableIsPartitionedByMonthAndCommented() {
        clean();

        assertThat(spark.table("trusted.cases").schema().fieldNames()).isEqualTo(Cases.SCHEMA.fieldNames());
        assertThat(spark.table("trusted.cases").schema().fields())
                .allMatch(field -> field.getComment().isDefined());
        assertThat(spark.sql("SHOW PARTITIONS trusted.cases").head().getString(0))
                .isEqualTo("report_month=2020-03");
    }

    private static String july(String id, String carePlace) {
        return Landing.line(Release.JULY_2020, Map.of(Field.CASE_ID, id, Field.CARE_PLACE, carePlace));
    }

    private static String current(String id, String carePlace) {
        return Landing.line(Release.CURRENT, Map.of(Field.CASE_ID, id, Field.CARE_PLACE, carePlace));
    }

    private Cleaning cleaning() {
        return new Cleaning(spark, landing.uri(), folder.toUri() + "trusted");
    }

    private CleanSummary clean() {
        return cleaning().run(false);
    }

    private List<String> cases() {
        return spark
                .table("trusted.cases")
                .select("case_id", "care_place", "delivery")
                .orderBy("case_id")
                .collectAsList()
                .stream()
                .map(row -> row.mkString(" "))
                .toList();
    }

    private String snapshot() {
        return Tables.location(spark, Cases.table(folder.toUri() + "trusted")).orElseThrow();
    }

    private CleanSummary written() {
        return Summaries.read(spark, folder.toUri() + "trusted/covid/summary/clean.json", CleanSummary.class)
                .orElseThrow();
    }
}
