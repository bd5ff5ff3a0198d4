package io.laguna.apps.covid.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The 32 departments and the capital, with DIVIPOLA's codes and names (Departamento Administrativo Nacional de
 * Estadística) and the other names that releases give them.
 */
enum Department {
    ANTIOQUIA("05", "Antioquia"),
    ATLANTICO("08", "Atlántico"),
    BOGOTA("11", "Bogotá D.C.", "Bogotá", "Bogotá Distrito Capital", "Santafé de Bogotá D.C."),
    BOLIVAR("13", "Bolívar"),
    BOYACA("15", "Boyacá"),
    CALDAS("17", "Caldas"),
    CAQUETA("18", "Caquetá"),
    CAUCA("19", "Cauca"),
    CESAR("20", "Cesar"),
    CORDOBA("23", "Córdoba"),
    CUNDINAMARCA("25", "Cundinamarca"),
    CHOCO("27", "Chocó"),
    HUILA("41", "Huila"),
    LA_GUAJIRA("44", "La Guajira", "Guajira"),
    MAGDALENA("47", "Magdalena"),
    META("50", "Meta"),
    NARINO("52", "Nariño"),
    NORTE_DE_SANTANDER("54", "Norte de Santander", "Norte Santander"),
    QUINDIO("63", "Quindío"),
    RISARALDA("66", "Risaralda"),
    SANTANDER("68", "Santander"),
    SUCRE("70", "Sucre"),
    TOLIMA("73", "Tolima"),
    VALLE_DEL_CAUCA("76", "Valle del Cauca", "Valle"),
    ARAUCA("81", "Arauca"),
    CASANARE("85", "Casanare"),
    PUTUMAYO("86", "Putumayo"),
    SAN_ANDRES(
            "88",
            "Archipiélago de San Andrés, Providencia y Santa Catalina",
            "San Andrés",
            "San Andrés y Providencia",
            "San Andrés, Providencia y Santa Catalina"),
    AMAZONAS("91", "Amazonas"),
    GUAINIA("94", "Guainía"),
    GUAVIARE("95", "Guaviare"),
    VAUPES("97", "Vaupés"),
    VICHADA("99", "Vichada");

    private static final Map<String, Department> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Department::code, Function.identity()));
    private static final Map<String, Department> BY_NAME = byName();

    private final String code;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> aliases;

    Department(String code, String title, String... aliases) {
        this.code = code;
        this.title = title;
        this.aliases = List.of(aliases);
    }

    /** Returns DIVIPOLA's code, two digits. */
    String code() {
        return code;
    }

    /** Returns DIVIPOLA's name, in proper case. */
    String title() {
        return title;
    }

    /** Returns the department with DIVIPOLA's code of two digits. */
    static Optional<Department> withCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Returns the department with a name in any case, with or without accents and punctuation. */
    static Optional<Department> named(String name) {
        return Optional.ofNullable(BY_NAME.get(Names.plain(name)));
    }

    private static Map<String, Department> byName() {
        Map<String, Department> byName = new TreeMap<>();
        for (Department department : values()) {
            byName.put(Names.plain(department.title), department);
            department.aliases.forEach(alias -> byName.put(Names.plain(alias), department));
        }
        return byName;
    }
}
