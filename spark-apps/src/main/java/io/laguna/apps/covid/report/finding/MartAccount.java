package io.laguna.apps.covid.report.finding;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The summary that BuildMarts wrote of its last run.
 *
 * @param tables rows by table, in the order they were written
 * @param populationYear year of the population that the rates are taken of
 */
public record MartAccount(Map<String, Long> tables, long populationYear) {

    public MartAccount {
        tables = new LinkedHashMap<>(tables);
    }

    public static MartAccount of(SummaryFields marts) {
        return new MartAccount(marts.counts("tables"), marts.whole("population_year"));
    }
}
