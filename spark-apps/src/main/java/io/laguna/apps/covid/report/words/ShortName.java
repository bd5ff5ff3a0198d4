package io.laguna.apps.covid.report.words;

/** The short names of departments, for places where the longest name, of 56 characters, does not fit. */
public final class ShortName {

    private static final String ARCHIPELAGO = "Archipiélago de San Andrés";

    private ShortName() {}

    public static String of(String department) {
        return department.startsWith(ARCHIPELAGO) ? "San Andrés y Providencia" : department;
    }
}
