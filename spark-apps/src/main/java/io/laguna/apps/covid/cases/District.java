package io.laguna.apps.covid.cases;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The four cities which releases list beside the departments, as districts, under codes and names of their own. Each
 * lies in a department. Taken for a department, a district would match none, and its cases would be missing in every
 * rate.
 */
enum District {
    BARRANQUILLA("Barranquilla", Department.ATLANTICO, "08001", List.of(9, 8001), List.of()),
    CARTAGENA("Cartagena", Department.BOLIVAR, "13001", List.of(14, 13001), List.of("Cartagena de Indias")),
    SANTA_MARTA("Santa Marta", Department.MAGDALENA, "47001", List.of(48, 47001), List.of("Sta Marta")),
    BUENAVENTURA("Buenaventura", Department.VALLE_DEL_CAUCA, "76109", List.of(76109), List.of());

    private static final Map<String, District> BY_MUNICIPALITY =
            Arrays.stream(values()).collect(Collectors.toMap(district -> district.municipality, Function.identity()));
    private static final Map<Integer, District> BY_CODE = new HashMap<>();
    private static final Map<String, District> BY_NAME = new HashMap<>();

    static {
        for (District district : values()) {
            district.codes.forEach(code -> BY_CODE.put(code, district));
            BY_NAME.put(Names.plain(district.title), district);
            district.aliases.forEach(alias -> BY_NAME.put(Names.plain(alias), district));
        }
    }

    private final String title;
    private final Department department;
    private final String municipality;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Integer> codes;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> aliases;

    District(String title, Department department, String municipality, List<Integer> codes, List<String> aliases) {
        this.title = title;
        this.department = department;
        this.municipality = municipality;
        this.codes = codes;
        this.aliases = aliases;
    }

    String title() {
        return title;
    }

    Department department() {
        return department;
    }

    /** Returns the district with the DIVIPOLA code of its municipality, five digits. */
    static Optional<District> ofMunicipality(String code) {
        return Optional.ofNullable(BY_MUNICIPALITY.get(code));
    }

    /**
     * Returns the district with a code that a release puts where a department's belongs. Some releases give the first
     * three districts their department's own code (8, 13, 47): such a code says nothing about the district.
     */
    static Optional<District> withDepartmentCode(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /**
     * Returns the district with a name, with or without what follows it: {@code D.E.}, {@code D.T. y C.},
     * {@code D.E.I.P.}
     */
    static Optional<District> named(String name) {
        return Optional.ofNullable(BY_NAME.get(Names.plain(name).replaceFirst(" D [ET]\\b.*$", "")));
    }
}
