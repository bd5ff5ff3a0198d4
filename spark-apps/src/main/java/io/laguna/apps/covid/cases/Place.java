package io.laguna.apps.covid.cases;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The place where a case lives.
 *
 * @param municipalityCode DIVIPOLA's, five digits; empty when the release has none that lies in a department
 */
record Place(Department department, Optional<District> district, Optional<String> municipalityCode) {

    /**
     * Returns the place by the code of its municipality, with or without the code's leading zero; empty when the code
     * lies in no department.
     */
    static Optional<Place> ofMunicipality(String code) {
        return number(code).stream()
                .mapToObj("%05d"::formatted)
                .flatMap(padded -> Department.withCode(padded.substring(0, 2))
                        .map(department -> new Place(department, District.ofMunicipality(padded), Optional.of(padded)))
                        .stream())
                .findFirst();
    }

    /**
     * Returns the place by the department's code, else by its name, the codes and names of districts included; empty
     * when neither says it.
     *
     * @param departmentCode as published, empty when absent, as the other two
     * @param municipality tells the district where the department does not
     */
    static Optional<Place> ofDepartment(String departmentCode, String departmentName, String municipality) {
        OptionalInt number = number(departmentCode);
        Optional<District> byCode =
                number.isPresent() ? District.withDepartmentCode(number.getAsInt()) : Optional.empty();
        Optional<Department> department = byCode.map(District::department)
                .or(() -> number.isPresent()
                        ? Department.withCode("%02d".formatted(number.getAsInt()))
                        : Optional.empty())
                .or(() -> District.named(departmentName).map(District::department))
                .or(() -> Department.named(departmentName));
        return department.map(found -> new Place(
                found,
                byCode.or(() -> districtOf(found, departmentName)).or(() -> districtOf(found, municipality)),
                Optional.empty()));
    }

    private static Optional<District> districtOf(Department department, String name) {
        return District.named(name).filter(district -> district.department() == department);
    }

    private static OptionalInt number(String code) {
        boolean digits = !code.isEmpty() && code.length() <= 5 && code.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalInt.of(Integer.parseInt(code)) : OptionalInt.empty();
    }
}
