package io.laguna.apps.covid.report.finding;

import java.util.OptionalDouble;

/** A department's place among all, by cases per 100,000 inhabitants. */
public record Standing(
        int rank,
        String code,
        String name,
        long population,
        long cases,
        long deaths,
        OptionalDouble casesPer100k,
        OptionalDouble deathsPer100k) {}
