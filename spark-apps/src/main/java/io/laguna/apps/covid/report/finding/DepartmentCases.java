package io.laguna.apps.covid.report.finding;

import java.util.OptionalDouble;

/** A department's cases, as Athena counted them. */
public record DepartmentCases(
        String code,
        String name,
        long population,
        long cases,
        long deaths,
        OptionalDouble casesPer100k,
        OptionalDouble deathsPer100k,
        OptionalDouble fatality) {}
