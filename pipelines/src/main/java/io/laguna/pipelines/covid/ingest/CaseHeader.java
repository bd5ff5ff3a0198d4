package io.laguna.pipelines.covid.ingest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The headers under which the dataset gt2j-8ykr, "Casos positivos de COVID-19 en Colombia", has been published.
 *
 * <p>A header is known by the names of its columns, in any order. The names have to be exact, a space at the end included:
 * whoever reads the files finds the columns by them.
 */
public enum CaseHeader {
    /** The portal's CSV export since late 2020. */
    CURRENT(
            "fecha reporte web",
            "ID de caso",
            "Fecha de notificación",
            "Código DIVIPOLA departamento",
            "Nombre departamento",
            "Código DIVIPOLA municipio",
            "Nombre municipio",
            "Edad",
            "Unidad de medida de edad",
            "Sexo",
            "Tipo de contagio",
            "Ubicación del caso",
            "Estado",
            "Código ISO del país",
            "Nombre del país",
            "Recuperado",
            "Fecha de inicio de síntomas",
            "Fecha de muerte",
            "Fecha de diagnóstico",
            "Fecha de recuperación",
            "Tipo de recuperación",
            "Pertenencia étnica",
            "Nombre del grupo étnico"),
    /** The same columns, in the same order, under the field names of the portal's SODA API. */
    SODA(
            "fecha_reporte_web",
            "id_de_caso",
            "fecha_de_notificaci_n",
            "departamento",
            "departamento_nom",
            "ciudad_municipio",
            "ciudad_municipio_nom",
            "edad",
            "unidad_medida",
            "sexo",
            "fuente_tipo_contagio",
            "ubicacion",
            "estado",
            "pais_viajo_1_cod",
            "pais_viajo_1_nom",
            "recuperado",
            "fecha_inicio_sintomas",
            "fecha_muerte",
            "fecha_diagnostico",
            "fecha_recuperado",
            "tipo_recuperacion",
            "per_etn_",
            "nom_grupo_"),
    /** The columns as published in July 2020; the name of the department's column really ends in a space. */
    JULY_2020(
            "ID de caso",
            "Fecha de notificación",
            "Código DIVIPOLA",
            "Ciudad de ubicación",
            "Departamento o Distrito ",
            "atención",
            "Edad",
            "Sexo",
            "Tipo",
            "Estado",
            "País de procedencia",
            "FIS",
            "Fecha de muerte",
            "Fecha diagnostico",
            "Fecha recuperado",
            "fecha reporte web",
            "Tipo recuperación",
            "Codigo departamento",
            "Codigo pais",
            "Pertenencia etnica",
            "Nombre grupo etnico"),
    /** The columns as published in May 2020. */
    MAY_2020(
            "ID de caso",
            "Fecha de notificación",
            "Codigo DIVIPOLA",
            "Ciudad de ubicación",
            "Departamento o Distrito ",
            "atención",
            "Edad",
            "Sexo",
            "Tipo",
            "Estado",
            "País de procedencia",
            "FIS",
            "Fecha de muerte",
            "Fecha diagnostico",
            "Fecha recuperado",
            "fecha reporte web"),
    /** The table on the page of the Instituto Nacional de Salud. */
    INS(
            "ID de caso",
            "Fecha de diagnóstico",
            "Atención**",
            "Edad",
            "Sexo",
            "Ciudad de ubicación",
            "Tipo*",
            "Estado",
            "Departamento o Distrito",
            "País de procedencia",
            "fecha de_notificaci_n",
            "fecha recuperado",
            "fecha_de_muerte");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> columns;

    CaseHeader(String... columns) {
        this.columns = List.of(columns);
    }

    /** Returns the columns in their published order. */
    public List<String> columns() {
        return columns;
    }

    /** Returns the header that has exactly these columns, in whatever order. */
    public static Optional<CaseHeader> of(List<String> columns) {
        return Arrays.stream(values())
                .filter(header -> header.columns.size() == columns.size())
                .filter(header -> header.absentFrom(columns).isEmpty())
                .findFirst();
    }

    /** Returns the header that differs from these columns in the fewest names. */
    static CaseHeader nearest(List<String> columns) {
        return Arrays.stream(values())
                .min(Comparator.comparingInt(
                        header -> header.absentFrom(columns).size()
                                + header.strangersIn(columns).size()))
                .orElseThrow();
    }

    /** Returns this header's columns that are not among the given ones. */
    List<String> absentFrom(List<String> given) {
        return columns.stream().filter(column -> !given.contains(column)).toList();
    }

    /** Returns the given columns that this header does not have. */
    List<String> strangersIn(List<String> given) {
        return given.stream().filter(column -> !columns.contains(column)).toList();
    }
}
