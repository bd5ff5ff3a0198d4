package io.laguna.emulator.athena.engine;

import io.airlift.units.Duration;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.server.OnDemand;
import io.trino.client.ClientSession;
import io.trino.client.Column;
import io.trino.client.QueryError;
import io.trino.client.ResultRows;
import io.trino.client.StatementClient;
import io.trino.client.StatementClientFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;

/** The statements that run on a Trino, which is started when the first one comes. */
public final class TrinoQueries implements AutoCloseable {
    /** The time to wait for an answer, longer than any takes: Trino answers each poll within a second or so. */
    private static final int ANSWER_SECONDS = 30;
    /** The time after which a Trino that has died in the middle of a poll is given up. */
    private static final int NO_ANSWER_SECONDS = 15;

    private final OnDemand trino;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectTimeout(5, TimeUnit.SECONDS)
            .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
            .build();

    public TrinoQueries(OnDemand trino) {
        this.trino = trino;
    }

    /**
     * The end of a statement.
     *
     * @param updateCount the rows it has written
     */
    public record Outcome(OptionalLong updateCount, QueryStatistics statistics, boolean stopped) {}

    /**
     * Runs one statement to its end.
     *
     * @throws QueryFailure with the engine's reason, or when the engine does not start or has died
     * @throws IOException of the sink
     */
    public Outcome run(String sql, Session session, RowSink sink, QueryControl control) throws IOException {
        String address = address();
        try (StatementClient client = StatementClientFactory.newStatementClient(http, client(address, session), sql)) {
            return follow(client, sink, control);
        } catch (RuntimeException e) {
            // The client knows only that nobody answers; why, the engine's process tells.
            if (e instanceof QueryFailure || trino.isRunning()) {
                throw e instanceof QueryFailure ? e : QueryFailure.ofEngine(e.getMessage());
            }
            throw died();
        }
    }

    /** Returns the engine's message about a text that is no statement, or why the engine cannot be asked. */
    public String complaint(String text) {
        try {
            run(text, Session.of("default"), RowSink.NOBODY, statistics -> true);
            return "Queries of this type are not supported";
        } catch (QueryFailure e) {
            return e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private String address() {
        try {
            return trino.address();
        } catch (EngineFailure e) {
            throw QueryFailure.ofEngine(e.getMessage());
        }
    }

    private QueryFailure died() {
        return QueryFailure.ofEngine("The query engine (Trino) ended while the query ran. It starts again with the next"
                + " query; the reason may be in its log: " + trino.logCommand());
    }

    private Outcome follow(StatementClient client, RowSink sink, QueryControl control) throws IOException {
        boolean described = false;
        while (client.isRunning()) {
            QueryStatistics soFar = QueryStatistics.of(client.getStats());
            if (!control.goesOn(soFar)) {
                client.close();
                return new Outcome(OptionalLong.empty(), soFar, true);
            }
            List<Column> columns = client.currentStatusInfo().getColumns();
            if (columns != null && !described) {
                sink.columns(columns.stream()
                        .map(column -> new QueryColumn(column.getName(), column.getTypeSignature()))
                        .toList());
                described = true;
            }
            rows(client, sink);
            advance(client);
        }
        if (client.isClientAborted()) {
            throw QueryFailure.ofEngine("The query was aborted.");
        }
        if (client.isClientError()) {
            throw trino.isRunning() ? QueryFailure.ofEngine("The query engine refused the request.") : died();
        }
        QueryError error = client.finalStatusInfo().getError();
        if (error != null) {
            throw QueryFailure.of(error);
        }
        QueryStatistics statistics = QueryStatistics.of(client.getStats());
        return new Outcome(
                client.finalStatusInfo().getUpdateCount(),
                statistics,
                // A query may do all its reading between two looks at it.
                !control.goesOn(statistics));
    }

    private static void rows(StatementClient client, RowSink sink) throws IOException {
        try (ResultRows rows = client.currentRows()) {
            if (!rows.isNull()) {
                for (List<Object> row : rows) {
                    sink.row(row);
                }
            }
        }
    }

    /** Asks for the next answer; fails at once when Trino has died, where its client would ask on for two minutes. */
    private void advance(StatementClient client) {
        if (!trino.isRunning()) {
            throw died();
        }
        client.advance();
    }

    private static ClientSession client(String address, Session session) {
        return ClientSession.builder()
                .server(URI.create(address))
                .user(Optional.of("athena"))
                .source("athena")
                .catalog(session.catalog())
                .schema(session.schema())
                .timeZone(ZoneId.of("UTC"))
                .locale(Locale.ENGLISH)
                .properties(session.properties())
                .preparedStatements(session.prepared())
                .clientRequestTimeout(new Duration(NO_ANSWER_SECONDS, TimeUnit.SECONDS))
                .build();
    }
}
