package io.laguna.apps.covid.report;

/** Department names for places where the longest, of 56 characters, has no room. */
final class ShortName {

    private static final String ARCHIPELAGO = "Archipiélago de San Andrés";

    private ShortName() {}

    static String of(String department) {
        return department.startsWith(ARCHIPELAGO) ? "San Andrés y Providencia" : department;
    }
}
