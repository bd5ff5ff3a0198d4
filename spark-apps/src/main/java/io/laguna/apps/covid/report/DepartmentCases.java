package io.laguna.apps.covid.report;

import java.util.OptionalDouble;

/** A department's cases, as Athena counted them. */
record DepartmentCases(
        String code,
        String name,
        long population,
        long cases,
        long deaths,
        OptionalDouble casesPer100k,
        OptionalDouble deathsPer100k,
        OptionalDouble fatality) {}
