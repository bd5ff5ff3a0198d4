package io.laguna.apps.covid.cases;

import static io.laguna.apps.covid.cases.Field.AGE;
import static io.laguna.apps.covid.cases.Field.AGE_UNIT;
import static io.laguna.apps.covid.cases.Field.CARE_PLACE;
import static io.laguna.apps.covid.cases.Field.CASE_ID;
import static io.laguna.apps.covid.cases.Field.COUNTRY;
import static io.laguna.apps.covid.cases.Field.COUNTRY_CODE;
import static io.laguna.apps.covid.cases.Field.DEATH_DATE;
import static io.laguna.apps.covid.cases.Field.DEPARTMENT;
import static io.laguna.apps.covid.cases.Field.DEPARTMENT_CODE;
import static io.laguna.apps.covid.cases.Field.DIAGNOSIS_DATE;
import static io.laguna.apps.covid.cases.Field.ETHNIC_GROUP;
import static io.laguna.apps.covid.cases.Field.ETHNIC_GROUP_NAME;
import static io.laguna.apps.covid.cases.Field.INFECTION_SOURCE;
import static io.laguna.apps.covid.cases.Field.MUNICIPALITY;
import static io.laguna.apps.covid.cases.Field.MUNICIPALITY_CODE;
import static io.laguna.apps.covid.cases.Field.NOTIFICATION_DATE;
import static io.laguna.apps.covid.cases.Field.RECOVERED;
import static io.laguna.apps.covid.cases.Field.RECOVERY_DATE;
import static io.laguna.apps.covid.cases.Field.RECOVERY_KIND;
import static io.laguna.apps.covid.cases.Field.REPORT_DATE;
import static io.laguna.apps.covid.cases.Field.SEVERITY;
import static io.laguna.apps.covid.cases.Field.SEX;
import static io.laguna.apps.covid.cases.Field.SYMPTOM_ONSET_DATE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The headers under which the dataset gt2j-8ykr has been published, by datos.gov.co (as a file and by its SODA API) and
 * by the Instituto Nacional de Salud. A file is recognised by the names in its header, in any order.
 */
enum Release {
    CURRENT(
            column("fecha reporte web", REPORT_DATE),
            column("ID de caso", CASE_ID),
            column("Fecha de notificación", NOTIFICATION_DATE),
            column("Código DIVIPOLA departamento", DEPARTMENT_CODE),
            column("Nombre departamento", DEPARTMENT),
            column("Código DIVIPOLA municipio", MUNICIPALITY_CODE),
            column("Nombre municipio", MUNICIPALITY),
            column("Edad", AGE),
            column("Unidad de medida de edad", AGE_UNIT),
            column("Sexo", SEX),
            column("Tipo de contagio", INFECTION_SOURCE),
            column("Ubicación del caso", CARE_PLACE),
            column("Estado", SEVERITY),
            column("Código ISO del país", COUNTRY_CODE),
            column("Nombre del país", COUNTRY),
            column("Recuperado", RECOVERED),
            column("Fecha de inicio de síntomas", SYMPTOM_ONSET_DATE),
            column("Fecha de muerte", DEATH_DATE),
            column("Fecha de diagnóstico", DIAGNOSIS_DATE),
            column("Fecha de recuperación", RECOVERY_DATE),
            column("Tipo de recuperación", RECOVERY_KIND),
            column("Pertenencia étnica", ETHNIC_GROUP),
            column("Nombre del grupo étnico", ETHNIC_GROUP_NAME)),
    SODA(
            column("fecha_reporte_web", REPORT_DATE),
            column("id_de_caso", CASE_ID),
            column("fecha_de_notificaci_n", NOTIFICATION_DATE),
            column("departamento", DEPARTMENT_CODE),
            column("departamento_nom", DEPARTMENT),
            column("ciudad_municipio", MUNICIPALITY_CODE),
            column("ciudad_municipio_nom", MUNICIPALITY),
            column("edad", AGE),
            column("unidad_medida", AGE_UNIT),
            column("sexo", SEX),
            column("fuente_tipo_contagio", INFECTION_SOURCE),
            column("ubicacion", CARE_PLACE),
            column("estado", SEVERITY),
            column("pais_viajo_1_cod", COUNTRY_CODE),
            column("pais_viajo_1_nom", COUNTRY),
            column("recuperado", RECOVERED),
            column("fecha_inicio_sintomas", SYMPTOM_ONSET_DATE),
            column("fecha_muerte", DEATH_DATE),
            column("fecha_diagnostico", DIAGNOSIS_DATE),
            column("fecha_recuperado", RECOVERY_DATE),
            column("tipo_recuperacion", RECOVERY_KIND),
            column("per_etn_", ETHNIC_GROUP),
            column("nom_grupo_", ETHNIC_GROUP_NAME)),
    JULY_2020(
            column("ID de caso", CASE_ID),
            column("Fecha de notificación", NOTIFICATION_DATE),
            column("Código DIVIPOLA", MUNICIPALITY_CODE),
            column("Ciudad de ubicación", MUNICIPALITY),
            // Published with the space at its end.
            column("Departamento o Distrito ", DEPARTMENT),
            column("atención", CARE_PLACE),
            column("Edad", AGE),
            column("Sexo", SEX),
            column("Tipo", INFECTION_SOURCE),
            column("Estado", SEVERITY),
            column("País de procedencia", COUNTRY),
            column("FIS", SYMPTOM_ONSET_DATE),
            column("Fecha de muerte", DEATH_DATE),
            column("Fecha diagnostico", DIAGNOSIS_DATE),
            column("Fecha recuperado", RECOVERY_DATE),
            column("fecha reporte web", REPORT_DATE),
            column("Tipo recuperación", RECOVERY_KIND),
            column("Codigo departamento", DEPARTMENT_CODE),
            column("Codigo pais", COUNTRY_CODE),
            column("Pertenencia etnica", ETHNIC_GROUP),
            column("Nombre grupo etnico", ETHNIC_GROUP_NAME)),
    MAY_2020(
            column("ID de caso", CASE_ID),
            column("Fecha de notificación", NOTIFICATION_DATE),
            column("Codigo DIVIPOLA", MUNICIPALITY_CODE),
            column("Ciudad de ubicación", MUNICIPALITY),
            column("Departamento o Distrito ", DEPARTMENT),
            column("atención", CARE_PLACE),
            column("Edad", AGE),
            column("Sexo", SEX),
            column("Tipo", INFECTION_SOURCE),
            column("Estado", SEVERITY),
            column("País de procedencia", COUNTRY),
            column("FIS", SYMPTOM_ONSET_DATE),
            column("Fecha de muerte", DEATH_DATE),
            column("Fecha diagnostico", DIAGNOSIS_DATE),
            column("Fecha recuperado", RECOVERY_DATE),
            column("fecha reporte web", REPORT_DATE)),
    INS(
            column("ID de caso", CASE_ID),
            column("Fecha de diagnóstico", DIAGNOSIS_DATE),
            column("Atención**", CARE_PLACE),
            column("Edad", AGE),
            column("Sexo", SEX),
            column("Ciudad de ubicación", MUNICIPALITY),
            column("Tipo*", INFECTION_SOURCE),
            column("Estado", SEVERITY),
            column("Departamento o Distrito", DEPARTMENT),
            column("País de procedencia", COUNTRY),
            column("fecha de_notificaci_n", NOTIFICATION_DATE),
            column("fecha recuperado", RECOVERY_DATE),
            column("fecha_de_muerte", DEATH_DATE));

    /** A column's name as published, and what it means. */
    record Column(String name, Field field) {}

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Column> columns;

    Release(Column... columns) {
        this.columns = List.of(columns);
    }

    private static Column column(String name, Field field) {
        return new Column(name, field);
    }

    /**
     * Returns the release that has exactly these columns.
     *
     * @throws IllegalArgumentException when there is none, with what the nearest one lacks
     */
    static Release recognise(List<String> header) {
        return Arrays.stream(values())
                .filter(release -> release.hasExactly(header))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(header)));
    }

    /** Returns the columns in the order in which the release publishes them. */
    List<Column> columns() {
        return columns;
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    Optional<Column> column(Field field) {
        return columns.stream().filter(column -> column.field() == field).findFirst();
    }

    private boolean hasExactly(List<String> header) {
        return header.size() == columns.size() && new HashSet<>(header).equals(new HashSet<>(names()));
    }

    private static String unknown(List<String> header) {
        Release nearest = CURRENT;
        List<String> fewest = CURRENT.lacking(header);
        for (Release release : values()) {
            List<String> lacking = release.lacking(header);
            if (lacking.size() < fewest.size()) {
                nearest = release;
                fewest = lacking;
            }
        }
        return "Unknown header %s. The nearest release, %s, has %d columns; missing: %s"
                .formatted(header, nearest, nearest.columns.size(), fewest);
    }

    private List<String> lacking(List<String> header) {
        List<String> lacking = new ArrayList<>(names());
        lacking.removeAll(header);
        return lacking;
    }
}
