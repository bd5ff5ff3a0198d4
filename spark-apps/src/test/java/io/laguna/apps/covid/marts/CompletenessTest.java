package io.laguna.apps.covid.marts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static final Population ANTIOQUIA = new Population("05", "Antioquia", OptionalInt.of(6_000_000));
    private static final Population GUAJIRA = new Population("44", "La Guajira", OptionalInt.empty());

    @Test
    void casesWhoseDepartmentsAllHaveAPopulationPass() {
        assertThatCode(() -> new Completeness(List.of(cases("05", 12)), List.of(ANTIOQUIA), 2020).check())
                .doesNotThrowAnyException();
    }

    @Test
    void aDepartmentWithoutPopulationIsNamedWithItsCasesAndTheYear() {
        assertFault(
                List.of(cases("05", 12), cases("44", 345)),
                List.of(ANTIOQUIA, GUAJIRA),
                "2021",
                "La Guajira (code 44, 345 cases)");
    }

    @Test
    void aDepartmentWithoutPopulationFailsEvenWithoutCases() {
        assertFault(List.of(cases("05", 12)), List.of(ANTIOQUIA, GUAJIRA), "La Guajira (code 44, 0 cases)");
    }

    @Test
    void aPopulationOfNobodyIsNone() {
        Population empty = new Population("05", "Antioquia", OptionalInt.of(0));
        assertFault(List.of(cases("05", 12)), List.of(empty), "Antioquia (code 05, 12 cases)");
    }

    @Test
    void codesThatAreNoDepartmentAreNamedWithTheirCases() {
        CaseTotal without = new CaseTotal(Optional.empty(), 3, 0, Optional.empty(), Optional.empty());
        assertFault(
                List.of(cases("05", 12), cases("8001", 1), without),
                List.of(ANTIOQUIA),
                "8001 (1 case), none (3 cases)");
    }

    @Test
    void aDepartmentThatWouldDoubleItsCasesIsNamed() {
        assertFault(List.of(cases("05", 12)), List.of(ANTIOQUIA, ANTIOQUIA), "more than once", "05");
    }

    @Test
    void casesWithoutADayOfReportAreCounted() {
        CaseTotal undated = new CaseTotal(Optional.of("05"), 9, 7, Optional.empty(), Optional.empty());
        assertFault(List.of(undated), List.of(ANTIOQUIA), "7 cases", "report_date");
    }

    @Test
    void noCaseAtAllIsAFault() {
        assertFault(List.of(), List.of(ANTIOQUIA), "no case");
    }

    private static void assertFault(List<CaseTotal> cases, List<Population> populations, String... named) {
        assertThatThrownBy(() -> new Completeness(cases, populations, 2021).check())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(named);
    }

    private static CaseTotal cases(String code, long count) {
        Optional<LocalDate> day = Optional.of(LocalDate.of(2020, 3, 6));
        return new CaseTotal(Optional.of(code), count, 0, day, day);
    }
}
