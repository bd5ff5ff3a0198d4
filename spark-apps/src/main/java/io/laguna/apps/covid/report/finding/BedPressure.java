package io.laguna.apps.covid.report.finding;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A department's cases against its intensive-care beds, where a figure for these has been published. */
public record BedPressure(
        String code,
        String name,
        OptionalLong icuBeds,
        long cases,
        long severeCases,
        OptionalDouble casesPerIcuBed,
        OptionalDouble severeCasesPerIcuBed) {}
