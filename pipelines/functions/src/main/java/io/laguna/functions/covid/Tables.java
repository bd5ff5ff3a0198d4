package io.laguna.functions.covid;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;
import software.amazon.awssdk.services.athena.model.Row;

/**
 * The tables of the refined zone, which Athena reads.
 *
 * @param settings where and how it reads them
 */
record Tables(AthenaClient athena, Settings settings) {
    private static final Duration POLL = Duration.ofMillis(50);

    /** The longest age of a result that is given again, in minutes: a day. A later run of the pipeline has results of its own. */
    private static final int LONGEST_AGE = 1440;

    /**
     * The settings of the queries.
     *
     * @param database of the tables
     * @param results the folder of the results: {@code s3://bucket/folder/}
     * @param run the run of the pipeline that has made the tables. Each query names it: the result of a query is given again
     *     to the same query only, so never to one of another run
     */
    record Settings(String database, String workGroup, String results, String run) {}

    /**
     * Returns the rows of a query, in which {@code ?} stands for each value.
     *
     * @param end when there has to be an answer, by {@link System#nanoTime}
     * @param values literals of SQL
     * @throws RefusedException when there is no answer in time
     */
    List<Map<String, Object>> rows(long end, String sql, String... values) {
        String query = start(sql, values);
        while (true) {
            QueryExecutionStatus status = athena.getQueryExecution(get -> get.queryExecutionId(query))
                    .queryExecution()
                    .status();
            switch (status.state()) {
                case SUCCEEDED -> {
                    return result(query);
                }
                case FAILED, CANCELLED -> throw new IllegalStateException(
                        "Athena has ended the query as " + status.stateAsString() + ": " + status.stateChangeReason());
                case QUEUED, RUNNING, UNKNOWN_TO_SDK_VERSION -> await(query, end);
            }
        }
    }

    private String start(String sql, String... values) {
        return athena.startQueryExecution(query -> {
                    query.queryString(sql + "\n-- " + settings.run())
                            .queryExecutionContext(context -> context.database(settings.database()))
                            .workGroup(settings.workGroup())
                            .resultConfiguration(result -> result.outputLocation(settings.results()))
                            .resultReuseConfiguration(reuse -> reuse.resultReuseByAgeConfiguration(
                                    age -> age.enabled(true).maxAgeInMinutes(LONGEST_AGE)));
                    if (values.length > 0) {
                        query.executionParameters(values);
                    }
                })
                .queryExecutionId();
    }

    private static void await(String query, long end) {
        if (System.nanoTime() - end > 0) {
            throw new RefusedException(
                    RefusedException.UNAVAILABLE, "Athena has not answered the query " + query + " in time; ask again");
        }
        try {
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Athena was asked", e);
        }
    }

    private List<Map<String, Object>> result(String query) {
        List<Map<String, Object>> rows = new ArrayList<>();
        boolean first = true;
        for (GetQueryResultsResponse page : athena.getQueryResultsPaginator(get -> get.queryExecutionId(query))) {
            List<ColumnInfo> columns = page.resultSet().resultSetMetadata().columnInfo();
            List<Row> lines = page.resultSet().rows();
            // The first line of a SELECT's result has the names of the columns.
            lines.subList(first ? 1 : 0, lines.size()).forEach(line -> rows.add(row(columns, line)));
            first = false;
        }
        return rows;
    }

    private static Map<String, Object> row(List<ColumnInfo> columns, Row line) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(
                    columns.get(i).name(),
                    value(columns.get(i).type(), line.data().get(i)));
        }
        return row;
    }

    /** Returns a value as JSON has it; a number that JSON cannot have is null, as one that is absent. */
    @SuppressWarnings("NullAway")
    private static Object value(String type, Datum cell) {
        String text = cell.varCharValue();
        if (text == null) {
            return null;
        }
        return switch (type) {
            case "tinyint", "smallint", "integer", "bigint" -> Long.valueOf(text);
            case "decimal" -> new BigDecimal(text);
            case "double", "float", "real" -> number(Double.parseDouble(text));
            case "boolean" -> Boolean.valueOf(text);
            default -> text;
        };
    }

    private static Object number(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
