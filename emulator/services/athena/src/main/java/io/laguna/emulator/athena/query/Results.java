package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.request.Constraints;
import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.athena.request.Room;
import io.laguna.emulator.athena.result.CsvReader;
import io.laguna.emulator.athena.result.ResultStore;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.request.PageToken;
import io.laguna.emulator.kit.state.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsRequest;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.GetQueryRuntimeStatisticsRequest;
import software.amazon.awssdk.services.athena.model.GetQueryRuntimeStatisticsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.ResultSet;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The operations on results, which are read from the files in S3.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html">GetQueryResults</a>
 */
public final class Results extends Room {
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
    private static final int LARGEST_PAGE = 1000;

    private final Caller caller;
    private final State state;
    private final ResultStore results;

    public Results(Caller caller, State state, ResultStore results) {
        this.caller = caller;
        this.state = state;
        this.results = results;
    }

    @Override
    public GetQueryResultsResponse getQueryResults(GetQueryResultsRequest request) {
        new Constraints()
                .text("queryExecutionId", request.queryExecutionId(), 1, 128)
                .length("nextToken", request.nextToken(), 1, 1024)
                .range("maxResults", request.maxResults(), 1, LARGEST_PAGE)
                .check();
        QueryRecord query = query(request.queryExecutionId());
        checkSucceeded(query);
        Part part = part(query, from(request), most(request));
        GetQueryResultsResponse.Builder response = GetQueryResultsResponse.builder()
                .resultSet(ResultSet.builder()
                        .rows(part.rows())
                        .resultSetMetadata(query.metadata().orElseThrow())
                        .build());
        part.next().ifPresent(position -> response.nextToken(PageToken.after(Long.toString(position))));
        query.updateCount().ifPresentOrElse(response::updateCount, () -> response.updateCount(0L));
        return response.build();
    }

    @Override
    public GetQueryRuntimeStatisticsResponse getQueryRuntimeStatistics(GetQueryRuntimeStatisticsRequest request) {
        new Constraints()
                .text("queryExecutionId", request.queryExecutionId(), 1, 128)
                .check();
        QueryRecord query = query(request.queryExecutionId());
        return GetQueryRuntimeStatisticsResponse.builder()
                .queryRuntimeStatistics(query.statistics()
                        .orElseThrow(() -> Failures.invalid("Query has not yet finished. Current state: "
                                + query.execution().status().stateAsString())))
                .build();
    }

    /**
     * A part of a result's rows.
     *
     * @param next at which byte of the file the next row begins; empty behind the last
     */
    private record Part(List<Row> rows, Optional<Long> next) {}

    private Part part(QueryRecord query, long from, int most) {
        String location = query.execution().resultConfiguration().outputLocation();
        boolean isCsv = location.endsWith(".csv");
        if (!isCsv && !location.endsWith(".txt")) {
            return new Part(List.of(), Optional.empty());
        }
        if (!results.isKept(location)) {
            throw Failures.invalid("Managed query results are available for 24 hours: those of the query " + query.id()
                    + " are gone.");
        }
        try {
            long size = results.size(location);
            if (from >= size) {
                return new Part(List.of(), Optional.empty());
            }
            try (InputStream stream = results.open(location, from)) {
                return isCsv ? csv(stream, from, size, most) : text(stream, from, size, most);
            }
        } catch (S3Exception e) {
            throw Failures.invalid("Could not find results: " + location + " cannot be read. "
                    + e.awsErrorDetails().errorMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + location, e);
        }
    }

    private static Part csv(InputStream stream, long from, long size, int most) throws IOException {
        CsvReader reader = new CsvReader(stream, from);
        List<Row> rows = new ArrayList<>();
        while (rows.size() < most) {
            Optional<List<Optional<String>>> values = reader.next();
            if (values.isEmpty()) {
                break;
            }
            rows.add(row(values.get()));
        }
        return new Part(rows, Optional.of(reader.position()).filter(position -> position < size));
    }

    /** Reads lines. A line is one value, even of several columns: Athena leaves the tabs in it to the reader. */
    private static Part text(InputStream stream, long from, long size, int most) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        List<Row> rows = new ArrayList<>();
        long position = from;
        while (rows.size() < most) {
            String line = reader.readLine();
            if (line == null) {
                break;
            }
            position += line.getBytes(StandardCharsets.UTF_8).length + 1L;
            rows.add(row(List.of(Optional.of(line))));
        }
        long next = position;
        return new Part(rows, Optional.of(next).filter(begin -> begin < size));
    }

    private static Row row(List<Optional<String>> values) {
        return Row.builder()
                .data(values.stream()
                        .map(value ->
                                Datum.builder().varCharValue(value.orElse(null)).build())
                        .toList())
                .build();
    }

    private static long from(GetQueryResultsRequest request) {
        return Page.after(request.nextToken(), Failures::badToken)
                .map(key -> {
                    if (!POSITION.matcher(key).matches()) {
                        throw Failures.badToken();
                    }
                    return Long.valueOf(key);
                })
                .orElse(0L);
    }

    private static int most(GetQueryResultsRequest request) {
        return Optional.ofNullable(request.maxResults()).orElse(LARGEST_PAGE);
    }

    private static void checkSucceeded(QueryRecord query) {
        QueryExecutionState now = query.execution().status().state();
        if (now != QueryExecutionState.SUCCEEDED) {
            throw Failures.invalid(
                    QueryRecords.ENDED.contains(now)
                            ? "Query did not finish successfully. Final query state: " + now
                            : "Query has not yet finished. Current state: " + now);
        }
    }

    private QueryRecord query(String id) {
        return state.read(handle -> new QueryRecords(handle).find(caller, id)).orElseThrow(() -> NotFound.query(id));
    }
}
