package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.engine.QueryStatistics;
import io.laguna.emulator.athena.engine.TrinoQueries;
import io.laguna.emulator.athena.result.ResultStore;
import io.laguna.emulator.athena.saved.PreparedStatementRecords;
import io.laguna.emulator.athena.sql.Statements;
import io.laguna.emulator.athena.workgroup.WorkGroupRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;
import software.amazon.awssdk.services.athena.model.ResultSetMetadata;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The run of queries, from their turn to their end. The state has every change of a query before anybody reads it. */
public final class QueryRun {
    private final Patience patience = new Patience();
    private final State state;
    private final TrinoQueries engine;
    private final Function<Caller, GlueClient> glue;
    private final S3Client s3;
    private final ResultStore results;
    private final Path folder;
    private final Usage usage;
    private final Clock clock;

    /**
     * Creates the run of queries.
     *
     * @param glue as the owner of a query calls it
     * @param folder for results on their way to S3
     * @param usage is told of queries that have succeeded
     */
    public QueryRun(
            State state,
            TrinoQueries engine,
            Function<Caller, GlueClient> glue,
            S3Client s3,
            ResultStore results,
            Path folder,
            Usage usage,
            Clock clock) {
        this.state = state;
        this.engine = engine;
        this.glue = glue;
        this.s3 = s3;
        this.results = results;
        this.folder = folder;
        this.usage = usage;
        this.clock = clock;
    }

    /**
     * Runs a query and returns when it has ended, whatever the end. While the state does not answer, the query waits and
     * keeps its turn.
     */
    void run(QueryRecord waiting, RunningQuery control) {
        Instant begun = clock.instant();
        QueryRecord running = waiting.with(status(waiting.execution(), QueryExecutionState.RUNNING, Optional.empty()));
        if (!begin(running, control)) {
            return;
        }
        try {
            Executed executed = executed(running);
            QueryOutput output = QueryOutput.at(
                    running.execution().resultConfiguration().outputLocation(), running.id(), executed.statement());
            Optional<QueryRecord> reused = reused(running, output, begun);
            if (reused.isPresent()) {
                save(reused.get(), control);
                return;
            }
            Instant sent = clock.instant();
            QueryResult result = statementRun(running, control).run(executed, output);
            QueryRecord succeeded = succeeded(running, result, begun, sent);
            if (save(succeeded, control)) {
                usage.add(succeeded.execution());
            }
        } catch (EngineRun.Stopped e) {
            save(ended(running, control.ending(), control.soFar(), begun), control);
        } catch (IOException | RuntimeException e) {
            save(ended(running, Ending.of(e), control.soFar(), begun), control);
        }
    }

    /** Lets no query wait for the state any longer: the service ends. */
    void close() {
        patience.end();
    }

    /** Ends a query that does not run. */
    boolean end(QueryRecord query, Ending ending) {
        QueryRecord record = ended(query, ending, QueryStatistics.NOTHING, clock.instant());
        return state.write(transaction -> new QueryRecords(transaction).save(record));
    }

    /**
     * Writes that it is the query's turn, and sets how many bytes it may read; returns false when it has ended before.
     */
    private boolean begin(QueryRecord running, RunningQuery control) {
        boolean saved = patience.with(() -> state.write(transaction -> {
            control.limit(mostBytes(new WorkGroupRecords(transaction)
                    .find(running.owner(), running.execution().workGroup())));
            QueryRecords queries = new QueryRecords(transaction);
            return onlyReads(running) ? queries.saveSoon(running) : queries.save(running);
        }));
        if (saved) {
            control.changed(running);
        }
        return saved;
    }

    /** Returns how many bytes a query of the workgroup may read, if there is such a limit. */
    private static OptionalLong mostBytes(Optional<WorkGroup> group) {
        return group.map(WorkGroup::configuration)
                .map(WorkGroupConfiguration::bytesScannedCutoffPerQuery)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private Executed executed(QueryRecord query) {
        QueryExecution execution = query.execution();
        return Executed.of(Statements.parse(execution.query()), execution.executionParameters(), name -> state.read(
                        handle -> new PreparedStatementRecords(handle).text(query.owner(), execution.workGroup(), name))
                .map(Statements::parse));
    }

    private StatementRun statementRun(QueryRecord query, RunningQuery control) {
        DataCatalog catalog = new DataCatalog(
                glue.apply(query.owner()),
                s3,
                query.execution().queryExecutionContext().database());
        return new StatementRun(query.owner(), query.execution(), catalog, engine, results, state, folder, control);
    }

    private Optional<QueryRecord> reused(QueryRecord query, QueryOutput output, Instant begun) {
        return ResultReuse.age(query.execution(), output)
                .flatMap(age -> state.read(handle -> new QueryRecords(handle).reusable(query, begun.minus(age))))
                .map(earlier -> reusing(query, earlier, begun));
    }

    private QueryRecord reusing(QueryRecord query, QueryRecord earlier, Instant begun) {
        Instant now = clock.instant();
        QueryTimes times = new QueryTimes(submitted(query), begun, begun, now, now);
        QueryExecution execution =
                status(query.execution(), QueryExecutionState.SUCCEEDED, Optional.empty()).toBuilder()
                        .resultConfiguration(earlier.execution().resultConfiguration())
                        .statistics(times.statistics(QueryStatistics.NOTHING, true))
                        .build();
        return new QueryRecord(
                query.owner(), execution, earlier.metadata(), earlier.updateCount(), earlier.statistics());
    }

    private QueryRecord succeeded(QueryRecord query, QueryResult result, Instant begun, Instant sent) {
        Instant now = clock.instant();
        Instant done = sent.plus(result.statistics().elapsed());
        QueryTimes times = new QueryTimes(submitted(query), begun, sent, done.isAfter(now) ? now : done, now);
        QueryExecutionStatistics statistics = times.statistics(result.statistics(), false).toBuilder()
                .dataManifestLocation(result.manifest().orElse(null))
                .build();
        QueryExecution execution =
                status(query.execution(), QueryExecutionState.SUCCEEDED, Optional.empty()).toBuilder()
                        .statistics(statistics)
                        .build();
        ResultSetMetadata metadata =
                ResultSetMetadata.builder().columnInfo(result.columns()).build();
        return new QueryRecord(
                query.owner(),
                execution,
                Optional.of(metadata),
                result.updateCount(),
                Optional.of(times.runtime(result.statistics(), result.outputRows(), result.outputBytes())));
    }

    private QueryRecord ended(QueryRecord query, Ending ending, QueryStatistics engine, Instant begun) {
        Instant now = clock.instant();
        QueryTimes times = new QueryTimes(submitted(query), begun, begun, now, now);
        QueryExecution execution = status(query.execution(), ending.state(), Optional.of(ending)).toBuilder()
                .statistics(times.statistics(engine, false))
                .build();
        return new QueryRecord(
                query.owner(),
                execution,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(times.runtime(engine, 0, 0)));
    }

    private QueryExecution status(QueryExecution query, QueryExecutionState to, Optional<Ending> ending) {
        QueryExecutionStatus.Builder status = query.status().toBuilder().state(to);
        ending.ifPresent(end ->
                status.stateChangeReason(end.reason()).athenaError(end.error().orElse(null)));
        if (QueryRecords.ENDED.contains(to)) {
            status.completionDateTime(clock.instant());
        }
        return query.toBuilder().status(status.build()).build();
    }

    private boolean save(QueryRecord query, RunningQuery control) {
        boolean saved = patience.with(() -> state.write(transaction -> new QueryRecords(transaction).save(query)));
        if (saved) {
            control.changed(query);
        }
        return saved;
    }

    /** Tells whether running the query once more would change nothing: its result is rows, and nothing else. */
    private static boolean onlyReads(QueryRecord query) {
        return QueryOutput.isCsv(query.execution().resultConfiguration().outputLocation());
    }

    private static Instant submitted(QueryRecord query) {
        return query.execution().status().submissionDateTime();
    }
}
