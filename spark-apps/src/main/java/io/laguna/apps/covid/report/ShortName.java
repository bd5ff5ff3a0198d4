package io.laguna.apps.covid.report;

/** The short names of departments, for places where the longest name, of 56 characters, does not fit. */
final class ShortName {

    private static final String ARCHIPELAGO = "Archipiélago de San Andrés";

    private ShortName() {}

    static String of(String department) {
        return department.startsWith(ARCHIPELAGO) ? "San Andrés y Providencia" : department;
    }
}
