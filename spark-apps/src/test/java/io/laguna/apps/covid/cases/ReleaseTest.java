package io.laguna.apps.covid.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseTest {

    /** Letter by letter as they are published, the space at the end of {@code Departamento o Distrito} included. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "CURRENT|fecha reporte web,ID de caso,Fecha de notificación,Código DIVIPOLA departamento,Nombre departamento,"
                        + "Código DIVIPOLA municipio,Nombre municipio,Edad,Unidad de medida de edad,Sexo,Tipo de contagio,"
                        + "Ubicación del caso,Estado,Código ISO del país,Nombre del país,Recuperado,"
                        + "Fecha de inicio de síntomas,Fecha de muerte,Fecha de diagnóstico,Fecha de recuperación,"
                        + "Tipo de recuperación,Pertenencia étnica,Nombre del grupo étnico",
                "SODA|fecha_reporte_web,id_de_caso,fecha_de_notificaci_n,departamento,departamento_nom,ciudad_municipio,"
                        + "ciudad_municipio_nom,edad,unidad_medida,sexo,fuente_tipo_contagio,ubicacion,estado,"
                        + "pais_viajo_1_cod,pais_viajo_1_nom,recuperado,fecha_inicio_sintomas,fecha_muerte,"
                        + "fecha_diagnostico,fecha_recuperado,tipo_recuperacion,per_etn_,nom_grupo_",
                "JULY_2020|ID de caso,Fecha de notificación,Código DIVIPOLA,Ciudad de ubicación,Departamento o Distrito ,"
                        + "atención,Edad,Sexo,Tipo,Estado,País de procedencia,FIS,Fecha de muerte,Fecha diagnostico,"
                        + "Fecha recuperado,fecha reporte web,Tipo recuperación,Codigo departamento,Codigo pais,"
                        + "Pertenencia etnica,Nombre grupo etnico",
                "MAY_2020|ID de caso,Fecha de notificación,Codigo DIVIPOLA,Ciudad de ubicación,Departamento o Distrito ,"
                        + "atención,Edad,Sexo,Tipo,Estado,País de procedencia,FIS,Fecha de muerte,Fecha diagnostico,"
                        + "Fecha recuperado,fecha reporte web",
                "INS|ID de caso,Fecha de diagnóstico,Atención**,Edad,Sexo,Ciudad de ubicación,Tipo*,Estado,"
                        + "Departamento o Distrito,País de procedencia,fecha de_notificaci_n,fecha recuperado,fecha_de_muerte"
            })
    void aHeaderIsRecognisedAsItIsPublished(Release release, String header) {
        assertThat(Release.recognise(List.of(header.split(",")))).isEqualTo(release);
    }

    @ParameterizedTest
    @CsvSource({"CURRENT, 23", "SODA, 23", "JULY_2020, 21", "MAY_2020, 16", "INS, 13"})
    void eachReleaseHasItsColumnsAndEachMeansSomethingElse(Release release, int columns) {
        assertThat(release.names()).hasSize(columns).doesNotHaveDuplicates();
        assertThat(release.columns()).extracting(Release.Column::field).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void aHeaderIsRecognisedInWhateverOrderItsNamesStand(Release release) {
        List<String> reversed = new ArrayList<>(release.names());
        Collections.reverse(reversed);

        assertThat(Release.recognise(reversed)).isEqualTo(release);
    }

    @Test
    void theHeaderOfMayIsThatOfJulyCutShortButForAnAccent() {
        assertThat(Release.MAY_2020.names().stream().map(name -> name.replace("Codigo", "Código")))
                .isEqualTo(Release.JULY_2020.names().subList(0, 16));
    }

    @Test
    void anUnknownHeaderIsRefusedWithWhatIsMissing() {
        List<String> header = new ArrayList<>(Release.JULY_2020.names());
        header.set(header.indexOf("FIS"), "Fis");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Release.recognise(header))
                .withMessageContaining("JULY_2020")
                .withMessageEndingWith("missing: [FIS]");
    }
}
