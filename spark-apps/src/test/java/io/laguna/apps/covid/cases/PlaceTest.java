package io.laguna.apps.covid.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "5001, 05001, 05, ''",
        "05001, 05001, 05, ''",
        "8001, 08001, 08, Barranquilla",
        "13001, 13001, 13, Cartagena",
        "47001, 47001, 47, Santa Marta",
        "76109, 76109, 76, Buenaventura",
        "76001, 76001, 76, ''"
    })
    void aMunicipalityLiesInTheDepartmentOfItsFirstDigits(
            String published, String code, String department, String district) {
        Place place = Place.ofMunicipality(published).orElseThrow();

        assertThat(place.municipalityCode()).contains(code);
        assertThat(place.department().code()).isEqualTo(department);
        assertThat(place.district().map(District::title).orElse("")).isEqualTo(district);
    }

    @ParameterizedTest
    @CsvSource({"''", "1", "12001", "99999999", "-5001", "5O01"})
    void aCodeThatLiesInNoDepartmentSaysNothing(String published) {
        assertThat(Place.ofMunicipality(published)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9, '', 08, Barranquilla",
        "14, '', 13, Cartagena",
        "48, '', 47, Santa Marta",
        "8001, '', 08, Barranquilla",
        "13001, '', 13, Cartagena",
        "47001, '', 47, Santa Marta",
        "8, BARRANQUILLA, 08, Barranquilla",
        "9, BARRANQUILLA, 08, Barranquilla",
        "8001, BARRANQUILLA, 08, Barranquilla",
        "13, CARTAGENA, 13, Cartagena",
        "14, CARTAGENA, 13, Cartagena",
        "13001, CARTAGENA, 13, Cartagena",
        "47, STA MARTA D.E., 47, Santa Marta",
        "48, STA MARTA D.E., 47, Santa Marta",
        "47001, STA MARTA D.E., 47, Santa Marta",
        "8, ATLANTICO, 08, ''",
        "'', Barranquilla D.E., 08, Barranquilla",
        "'', Cartagena D.T. y C., 13, Cartagena",
        "'', Santa Marta D.T. y C., 47, Santa Marta",
        "'', Buenaventura D.E., 76, Buenaventura",
        "76, Buenaventura D.E., 76, Buenaventura"
    })
    void aDistrictLiesInItsDepartmentWhateverTheReleaseCallsIt(
            String code, String name, String department, String district) {
        Place place = Place.ofDepartment(code, name, "").orElseThrow();

        assertThat(place.department().code()).isEqualTo(department);
        assertThat(place.district().map(District::title).orElse("")).isEqualTo(district);
        assertThat(place.municipalityCode()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NORTE SANTANDER, 54",
        "Norte de Santander, 54",
        "GUAJIRA, 44",
        "La Guajira, 44",
        "VALLE, 76",
        "SAN ANDRES, 88",
        "Archipiélago de San Andrés Providencia y Santa Catalina, 88",
        "BOGOTA, 11",
        "Bogotá D.C., 11",
        "BOGOTA. D.C., 11",
        "bogotá, 11",
        "NARIÑO, 52",
        "NARINO, 52",
        "Quindio, 63"
    })
    void aDepartmentIsKnownByEveryNameThatReleasesGiveIt(String name, String code) {
        assertThat(Place.ofDepartment("", name, "")
                        .map(place -> place.department().code()))
                .contains(code);
    }

    @Test
    void theCodeDecidesBeforeTheName() {
        assertThat(Place.ofDepartment("05", "Barranquilla", "Barranquilla"))
                .contains(new Place(Department.ANTIOQUIA, Optional.empty(), Optional.empty()));
    }

    @Test
    void theMunicipalityTellsTheDistrictWhereNothingElseDoes() {
        assertThat(Place.ofDepartment("8", "ATLANTICO", "Barranquilla").flatMap(Place::district))
                .contains(District.BARRANQUILLA);
    }

    @Test
    void anUnknownDepartmentIsNowhere() {
        assertThat(Place.ofDepartment("77", "Atlántida", "Medellín")).isEmpty();
    }

    @Test
    void thereAreThirtyThreeDepartments() {
        assertThat(Department.values()).hasSize(33).extracting(Department::code).doesNotHaveDuplicates();
    }
}
