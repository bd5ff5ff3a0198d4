package io.laguna.apps.covid.marts;

import org.apache.spark.sql.SparkSession;

/** The marts as temporary views of their names, which tests query without publishing them. */
final class MartViews {

    private MartViews() {}

    static void register(SparkSession spark, int populationYear) {
        Population.read(spark, populationYear);
        CaseCounts.register(spark);
        DailyCurves.register(spark, Calendar.of(CaseTotal.read(spark)).orElseThrow());
        Marts.ALL.forEach(mart -> mart.rows(spark).createOrReplaceTempView(mart.name()));
    }
}
