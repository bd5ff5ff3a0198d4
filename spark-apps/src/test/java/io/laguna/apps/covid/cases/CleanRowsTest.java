package io.laguna.apps.covid.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.apps.SparkTest;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of what becomes of one published row. */
@ExtendWith(SparkTest.class)
class CleanRowsTest {

    /** A published value and the expected one, where an empty text stands for null. */
    private record DirtyValue(Field field, String published, String column, String expected) {}

    private record Unreadable(Field field, String published, String reason) {}

    @TempDir
    Path folder;

    private Landing landing;
    private SparkSession spark;

    @BeforeEach
    void land(SparkSession session) {
        landing = new Landing(folder.resolve("raw"));
        spark = session;
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void everyReleaseIsReadByTheNamesInItsHeader(Release release) {
        Map<Field, String> fields = Map.of(
                Field.DEPARTMENT, "STA MARTA D.E.",
                Field.DEPARTMENT_CODE, "48",
                Field.MUNICIPALITY_CODE, "47001",
                Field.MUNICIPALITY, "Santa Marta",
                Field.COUNTRY, "ESPAÑA",
                Field.RECOVERY_DATE, "2020-03-20T00:00:00.000");
        // The columns are in reverse, so that nothing can be right by its position.
        List<String> columns = new ArrayList<>(release.names());
        Collections.reverse(columns);
        List<String> values =
                new ArrayList<>(List.of(Landing.line(release, fields).split(",", -1)));
        Collections.reverse(values);
        landing.landFiles("1", columns, Map.of("cases.csv", List.of(String.join(",", values))), 1);

        Row row = clean();

        assertThat(row.<Long>getAs("case_id")).isEqualTo(1);
        assertThat(row.<Date>getAs("report_date")).isEqualTo(release == Release.INS ? "2020-03-05" : "2020-03-06");
        assertThat(row.<Date>getAs("notification_date")).isEqualTo("2020-03-02");
        assertThat(row.<Date>getAs("diagnosis_date")).isEqualTo("2020-03-05");
        assertThat(row.<Date>getAs("recovery_date")).isEqualTo("2020-03-20");
        assertThat(row.<String>getAs("department_code")).isEqualTo("47");
        assertThat(row.<String>getAs("department")).isEqualTo("Magdalena");
        assertThat(row.<String>getAs("district")).isEqualTo("Santa Marta");
        assertThat(row.<String>getAs("municipality_code")).isEqualTo(release == Release.INS ? null : "47001");
        assertThat(row.<String>getAs("municipality")).isEqualTo("Santa Marta");
        assertThat(row.<Integer>getAs("age_years")).isEqualTo(19);
        assertThat(row.<String>getAs("sex")).isEqualTo("F");
        assertThat(row.<String>getAs("infection_source")).isEqualTo("Importado");
        assertThat(row.<String>getAs("care_place")).isEqualTo("Casa");
        assertThat(row.<String>getAs("severity")).isEqualTo("Leve");
        assertThat(row.<String>getAs("outcome")).isEqualTo("Activo");
        assertThat(row.<String>getAs("country")).isEqualTo("ESPAÑA");
        assertThat(row.<String>getAs("delivery")).isEqualTo("1");
        assertThat(row.<String>getAs("report_month")).isEqualTo("2020-03");
    }

    @Test
    void everyDirtyValueIsRead() {
        List<DirtyValue> values = List.of(
                new DirtyValue(Field.SEX, "f", "sex", "F"),
                new DirtyValue(Field.SEX, "m", "sex", "M"),
                new DirtyValue(Field.SEX, "", "sex", ""),
                new DirtyValue(Field.SEVERITY, "LEVE", "severity", "Leve"),
                new DirtyValue(Field.SEVERITY, "MODERADO", "severity", "Moderado"),
                new DirtyValue(Field.SEVERITY, "Asintomático", "severity", "Asintomático"),
                new DirtyValue(Field.SEVERITY, "N/A", "severity", ""),
                new DirtyValue(Field.SEVERITY, "", "severity", ""),
                new DirtyValue(Field.CARE_PLACE, "CASA", "care_place", "Casa"),
                new DirtyValue(Field.CARE_PLACE, "casa", "care_place", "Casa"),
                new DirtyValue(Field.CARE_PLACE, "Hospital UCI", "care_place", "Hospital UCI"),
                new DirtyValue(Field.CARE_PLACE, "N/A", "care_place", ""),
                new DirtyValue(Field.RECOVERED, "fallecido", "outcome", "Fallecido"),
                new DirtyValue(Field.RECOVERED, "Recuperado", "outcome", "Recuperado"),
                new DirtyValue(Field.INFECTION_SOURCE, "EN ESTUDIO", "infection_source", "En estudio"),
                new DirtyValue(Field.INFECTION_SOURCE, "RELACIONADO", "infection_source", "Relacionado"),
                new DirtyValue(Field.INFECTION_SOURCE, "Comunitaria", "infection_source", "Comunitaria"),
                new DirtyValue(Field.COUNTRY_CODE, "76", "country_code", "076"),
                new DirtyValue(Field.COUNTRY_CODE, "724", "country_code", "724"),
                new DirtyValue(Field.COUNTRY_CODE, "", "country_code", ""),
                new DirtyValue(Field.RECOVERY_KIND, "TIEMPO", "recovery_kind", "Tiempo"),
                new DirtyValue(Field.RECOVERY_KIND, "PCR", "recovery_kind", "PCR"),
                new DirtyValue(Field.ETHNIC_GROUP, "1", "ethnic_group", "Indígena"),
                new DirtyValue(Field.ETHNIC_GROUP, "4", "ethnic_group", "Palenquero"),
                new DirtyValue(Field.ETHNIC_GROUP, "6", "ethnic_group", "Otro"),
                new DirtyValue(Field.ETHNIC_GROUP, "Negro", "ethnic_group", "Negro"),
                new DirtyValue(Field.ETHNIC_GROUP_NAME, "UITOTO, MURUY", "ethnic_group_name", "UITOTO, MURUY"),
                new DirtyValue(Field.ETHNIC_GROUP_NAME, "EL \"GRUPO\"", "ethnic_group_name", "EL \"GRUPO\""),
                new DirtyValue(Field.MUNICIPALITY, " Medellín ", "municipality", "Medellín"),
                new DirtyValue(Field.AGE, "120", "age_years", "120"),
                new DirtyValue(Field.AGE, "", "age", ""),
                new DirtyValue(Field.SYMPTOM_ONSET_DATE, "Asintomático", "symptom_onset_date", ""),
                new DirtyValue(Field.SYMPTOM_ONSET_DATE, "Asintomático", "asymptomatic", "true"),
                new DirtyValue(Field.SEVERITY, "Asintomático", "asymptomatic", "true"),
                new DirtyValue(Field.SEVERITY, "Leve", "asymptomatic", "false"),
                new DirtyValue(Field.SYMPTOM_ONSET_DATE, "27/2/2020 0:00:00", "symptom_onset_date", "2020-02-27"),
                new DirtyValue(Field.DEATH_DATE, "-   -", "death_date", ""),
                new DirtyValue(Field.DEATH_DATE, "2022-02-09 00:00:00", "death_date", "2022-02-09"));
        List<String> lines = new ArrayList<>();
        for (DirtyValue value : values) {
            Map<Field, String> fields =
                    Map.of(value.field(), value.published(), Field.CASE_ID, Integer.toString(lines.size() + 1));
            lines.add(Landing.line(Release.CURRENT, fields));
        }
        landing.land("1", Release.CURRENT, lines);

        assertThat(cleaning().run(false).rejectedByReason()).isEmpty();
        List<Row> rows = spark.table("trusted.cases").orderBy("case_id").collectAsList();
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < values.size(); i++) {
            DirtyValue value = values.get(i);
            softly.assertThat(Optional.ofNullable(rows.get(i).getAs(value.column()))
                            .map(Object::toString))
                    .as("%s '%s'", value.field(), value.published())
                    .isEqualTo(Optional.of(value.expected()).filter(text -> !text.isEmpty()));
        }
        softly.assertAll();
    }

    @Test
    void anAgeInMonthsOrDaysIsNoYear() {
        landing.land("1", Release.CURRENT, List.of(aged("1", "8", "1"), aged("2", "8", "2"), aged("3", "20", "3")));

        cleaning().run(false);

        assertThat(spark
                        .table("trusted.cases")
                        .orderBy("case_id")
                        .select("age", "age_unit", "age_years")
                        .collectAsList()
                        .stream()
                        .map(row -> row.mkString(" ")))
                .containsExactly("8 1 8", "8 2 0", "20 3 0");
    }

    private static String aged(String id, String age, String unit) {
        return Landing.line(Release.CURRENT, Map.of(Field.CASE_ID, id, Field.AGE, age, Field.AGE_UNIT, unit));
    }

    @Test
    void aReleaseWithoutReportDateFallsBackToTheNotification() {
        landing.land("1", Release.INS, List.of(Landing.line(Release.INS, Map.of(Field.DIAGNOSIS_DATE, "-   -"))));

        assertThat(clean().<Date>getAs("report_date")).isEqualTo("2020-03-02");
    }

    @Test
    void aRecordThatSpansLinesIsOneRow() {
        landing.land(
                "1",
                Release.CURRENT,
                List.of(Landing.line(Release.CURRENT, Map.of(Field.ETHNIC_GROUP_NAME, "EMBERA\nKATIO"))));

        assertThat(clean().<String>getAs("ethnic_group_name")).isEqualTo("EMBERA\nKATIO");
    }

    @Test
    void whatCannotBeReadIsRejectedWithItsReason() {
        List<Unreadable> values = List.of(
                new Unreadable(Field.CASE_ID, "", "missing case id"),
                new Unreadable(Field.CASE_ID, "12x", "invalid case id: ID de caso '12x'"),
                new Unreadable(Field.CASE_ID, "0", "invalid case id: ID de caso '0'"),
                new Unreadable(
                        Field.CASE_ID, "1234567890123456789", "invalid case id: ID de caso '1234567890123456789'"),
                new Unreadable(
                        Field.NOTIFICATION_DATE, "31/2/2020", "unreadable date: Fecha de notificación '31/2/2020'"),
                new Unreadable(Field.DEATH_DATE, "Asintomático", "unreadable date: Fecha de muerte 'Asintomático'"),
                new Unreadable(Field.SYMPTOM_ONSET_DATE, "ayer", "unreadable date: Fecha de inicio de síntomas 'ayer'"),
                new Unreadable(Field.REPORT_DATE, "", "no usable report date"),
                new Unreadable(Field.REPORT_DATE, "6/3/0202", "impossible report date: 0202-03-06"),
                new Unreadable(Field.REPORT_DATE, "6/3/2999", "impossible report date: 2999-03-06"),
                new Unreadable(Field.AGE, "121", "impossible age: Edad '121 unit 1'"),
                new Unreadable(Field.AGE, "-1", "impossible age: Edad '-1 unit 1'"),
                new Unreadable(Field.AGE_UNIT, "4", "impossible age: Edad '19 unit 4'"),
                new Unreadable(Field.SEVERITY, "Muerto", "unknown state: Estado 'Muerto'"));
        List<String> lines = new ArrayList<>();
        for (Unreadable value : values) {
            Map<Field, String> fields = new EnumMap<>(Map.of(Field.COUNTRY, "row " + lines.size()));
            fields.put(value.field(), value.published());
            lines.add(Landing.line(Release.CURRENT, fields));
        }
        lines.add(Landing.line(Release.CURRENT, Map.of()));
        landing.land("1", Release.CURRENT, lines);

        CleanSummary summary = cleaning().run(false);

        assertThat(summary.rowsOut()).isEqualTo(1);
        assertThat(summary.rowsRejected()).isEqualTo(values.size());
        assertThat(summary.rejectedByReason())
                .containsEntry("invalid case id", 3L)
                .containsEntry("unreadable date", 3L)
                .containsEntry("impossible age", 3L);
        List<Row> rejected = spark.table("trusted.cases_rejected").collectAsList();
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < values.size(); i++) {
            String mark = "\"Nombre del país\":\"row " + i + "\"";
            softly.assertThat(rejected.stream()
                            .filter(row -> row.<String>getAs("raw").contains(mark)))
                    .as("%s '%s'", values.get(i).field(), values.get(i).published())
                    .singleElement()
                    .extracting(row -> row.<String>getAs("reason"))
                    .isEqualTo(values.get(i).reason());
        }
        softly.assertAll();
        assertThat(rejected)
                .allMatch(row -> row.getAs("delivery").equals("1"))
                .allMatch(row -> row.getAs("file").equals("cases.csv"))
                .allMatch(row -> row.<String>getAs("raw").contains("\"Nombre municipio\":\"Medellín\""));
    }

    @Test
    void anUnknownDepartmentIsRejectedAndAllFaultsAreTold() {
        Map<Field, String> fields = new EnumMap<>(Map.of(
                Field.MUNICIPALITY_CODE, "77001",
                Field.DEPARTMENT_CODE, "77",
                Field.DEPARTMENT, "ATLÁNTIDA",
                Field.AGE, "200"));
        landing.land("1", Release.CURRENT, List.of(Landing.line(Release.CURRENT, fields)));

        CleanSummary summary = cleaning().run(false);

        assertThat(summary.rejectedByReason()).isEqualTo(Map.of("unknown department", 1L));
        assertThat(spark.table("trusted.cases_rejected").head().<String>getAs("reason"))
                .isEqualTo("unknown department: Nombre departamento 'ATLÁNTIDA'; impossible age: Edad '200 unit 1'");
    }

    @Test
    void aRowWithTooFewOrTooManyFieldsIsRejectedAsItStands() {
        String line = Landing.line(Release.JULY_2020, Map.of());
        landing.land("1", Release.JULY_2020, List.of("1,2020-03-02,5001", line + ",more", line));

        CleanSummary summary = cleaning().run(false);

        assertThat(summary.rejectedByReason()).isEqualTo(Map.of("wrong number of fields", 2L));
        assertThat(spark.table("trusted.cases_rejected").collectAsList().stream()
                        .map(row -> row.<String>getAs("raw")))
                .anyMatch(raw -> raw.contains("1,2020-03-02,5001"))
                .anyMatch(raw -> raw.contains(",more"));
    }

    @Test
    void ansiModeChangesNothing() {
        Map<String, String> odd = new HashMap<>(Map.of("1", "31/2/2020", "2", "06/03/2020"));
        landing.land(
                "1",
                Release.CURRENT,
                odd.entrySet().stream()
                        .map(row -> Landing.line(
                                Release.CURRENT,
                                Map.of(Field.CASE_ID, row.getKey(), Field.REPORT_DATE, row.getValue())))
                        .toList());
        spark.conf().set("spark.sql.ansi.enabled", true);
        try {
            CleanSummary summary = cleaning().run(false);

            assertThat(summary.rowsOut()).isEqualTo(1);
            assertThat(summary.rowsRejected()).isEqualTo(1);
        } finally {
            spark.conf().unset("spark.sql.ansi.enabled");
        }
    }

    private Row clean() {
        CleanSummary summary = cleaning().run(false);

        assertThat(summary.rejectedByReason()).isEmpty();
        List<Row> rows = spark.table("trusted.cases").collectAsList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private Cleaning cleaning() {
        return new Cleaning(spark, landing.uri(), folder.toUri() + "trusted");
    }
}
