package io.laguna.pipelines.covid;

import io.laguna.pipelines.step.Query;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The pipeline's queries, whose SQL is in the resources of their names. The queries read tables of two databases,
 * trusted and refined, in the catalog that the jobs have written to.
 */
public final class CovidQueries {
    /**
     * The query with the columns department_code, department, population, cases, deaths, cases_per_100k,
     * deaths_per_100k, fatality_rate.
     */
    public static final Query CASES_BY_DEPARTMENT = query("cases-by-department");

    /** The query for one row with the country's totals, rates and delays. */
    public static final Query IMPACT_STATISTICS = query("impact-statistics");

    private CovidQueries() {}

    private static Query query(String name) {
        return new Query(name, "trusted -> Athena", "trusted", sql(name + ".sql"));
    }

    private static String sql(String resource) {
        try (InputStream in = Objects.requireNonNull(CovidQueries.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the query " + resource, e);
        }
    }
}
