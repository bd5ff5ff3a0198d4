package io.laguna.pipelines.covid.ingest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The rows of a dataset behind a SODA API, in order of case ID. See https://dev.socrata.com/docs/queries/.
 *
 * @param base the portal, such as {@code https://www.datos.gov.co}
 * @param dataset the dataset's identifier
 * @param pageSize rows asked for at once, 1 to 100,000: a page is held in memory
 * @param appToken sent as {@code X-App-Token}
 * @param maxAttempts how often one request is tried before the ingest fails, at least 1
 * @param where a SoQL condition
 * @param maxRows stop after so many rows
 * @param timeout for one request
 */
public record SodaQuery(
        URI base,
        String dataset,
        int pageSize,
        Optional<AppToken> appToken,
        int maxAttempts,
        Optional<String> where,
        OptionalLong maxRows,
        Duration timeout) {
    private static final int LARGEST_PAGE = 100_000;

    public SodaQuery {
        require(pageSize >= 1 && pageSize <= LARGEST_PAGE, "A page has 1 to " + LARGEST_PAGE + " rows.");
        require(maxAttempts >= 1, "There is at least one attempt.");
        require(maxRows.orElse(1) >= 1, "At least one row is asked for.");
        require(
                "http".equals(base.getScheme()) || "https".equals(base.getScheme()),
                "The base of a SODA API is an http or https URL, not " + base);
        base = URI.create(base.toString().replaceFirst("/+$", ""));
    }

    /** Returns the query for all COVID-19 cases of Colombia, 50,000 at a time. */
    public static SodaQuery colombianCases() {
        return new SodaQuery(
                URI.create("https://www.datos.gov.co"),
                "gt2j-8ykr",
                50_000,
                Optional.empty(),
                6,
                Optional.empty(),
                OptionalLong.empty(),
                Duration.ofMinutes(3));
    }

    public SodaQuery withBase(URI other) {
        return new SodaQuery(other, dataset, pageSize, appToken, maxAttempts, where, maxRows, timeout);
    }

    public SodaQuery withPageSize(int rows) {
        return new SodaQuery(base, dataset, rows, appToken, maxAttempts, where, maxRows, timeout);
    }

    public SodaQuery withAppToken(AppToken token) {
        return new SodaQuery(base, dataset, pageSize, Optional.of(token), maxAttempts, where, maxRows, timeout);
    }

    public SodaQuery withMaxAttempts(int attempts) {
        return new SodaQuery(base, dataset, pageSize, appToken, attempts, where, maxRows, timeout);
    }

    public SodaQuery withWhere(String condition) {
        return new SodaQuery(base, dataset, pageSize, appToken, maxAttempts, Optional.of(condition), maxRows, timeout);
    }

    public SodaQuery withMaxRows(long rows) {
        return new SodaQuery(base, dataset, pageSize, appToken, maxAttempts, where, OptionalLong.of(rows), timeout);
    }

    public SodaQuery withTimeout(Duration time) {
        return new SodaQuery(base, dataset, pageSize, appToken, maxAttempts, where, maxRows, time);
    }

    /** Returns the text that identifies the rows asked for: everything but the paging. */
    String source() {
        return base + "/resource/" + dataset + ".csv?$order=id_de_caso" + condition()
                + (maxRows.isPresent() ? "&$limit=" + maxRows.getAsLong() : "");
    }

    URI page(long offset, long limit) {
        return URI.create(base + "/resource/" + dataset + ".csv?$limit=" + limit + "&$offset=" + offset
                + "&$order=id_de_caso" + condition());
    }

    URI count() {
        return URI.create(base + "/resource/" + dataset + ".json?$select=count(*)" + condition());
    }

    private String condition() {
        return where.map(condition -> "&$where="
                        + URLEncoder.encode(condition, StandardCharsets.UTF_8).replace("+", "%20"))
                .orElse("");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
