package io.laguna.pipelines.athena;

import io.laguna.pipelines.follow.OverdueException;
import io.laguna.pipelines.follow.Questions;
import io.laguna.pipelines.follow.StopSignal;
import io.laguna.pipelines.profile.Patience;
import io.laguna.pipelines.profile.QuerySettings;
import io.laguna.pipelines.step.Answer;
import io.laguna.pipelines.step.Query;
import io.laguna.pipelines.step.StepFailedException;
import io.laguna.pipelines.step.StepListener;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;

/** The queries of one run, which run one after the other. */
public final class AthenaQueries implements AutoCloseable {
    /** The Glue Data Catalog of the account, as Athena calls it. */
    private static final String CATALOG = "AwsDataCatalog";

    private final AthenaClient athena;
    private final QuerySettings settings;
    private final Questions questions;
    private final StepListener listener;
    private final StopSignal stop;

    private Optional<String> running = Optional.empty();

    public AthenaQueries(
            AthenaClient athena, QuerySettings settings, Patience patience, StepListener listener, StopSignal stop) {
        this.athena = athena;
        this.settings = settings;
        this.questions = new Questions(patience, stop);
        this.listener = listener;
        this.stop = stop;
    }

    /**
     * Runs a query to its end.
     *
     * @throws StepFailedException when it ends in another way than by success, or not in time
     * @throws java.util.concurrent.CancellationException when the run is stopped
     */
    public Answer run(Query query) {
        return stop.during(() -> follow(query));
    }

    /** Ends the query that runs, which would go on scanning, and costing. Another thread may call this too. */
    @Override
    public synchronized void close() {
        running.ifPresent(id -> {
            forget();
            athena.stopQueryExecution(request -> request.queryExecutionId(id));
        });
    }

    private Answer follow(Query query) {
        String id = start(query);
        try {
            QueryExecution ended = questions.until(
                    "The query", questions.patience().deadline(), () -> look(query, id), AthenaQueries::hasEnded);
            forget();
            return answer(query, ended);
        } catch (OverdueException e) {
            close();
            throw new StepFailedException(query, e.getMessage(), place(id));
        }
    }

    private synchronized String start(Query query) {
        stop.requireGoingOn();
        String id = athena.startQueryExecution(request -> request.queryString(query.sql())
                        .queryExecutionContext(
                                context -> context.catalog(CATALOG).database(query.database()))
                        .resultConfiguration(result -> result.outputLocation(settings.results()))
                        .workGroup(settings.workGroup()))
                .queryExecutionId();
        running = Optional.of(id);
        return id;
    }

    private synchronized void forget() {
        running = Optional.empty();
    }

    private QueryExecution look(Query query, String id) {
        QueryExecution execution = athena.getQueryExecution(request -> request.queryExecutionId(id))
                .queryExecution();
        if (!hasEnded(execution)) {
            listener.changed(query, execution.status().stateAsString());
        }
        return execution;
    }

    private static boolean hasEnded(QueryExecution execution) {
        return switch (execution.status().state()) {
            case SUCCEEDED, FAILED, CANCELLED -> true;
            case QUEUED, RUNNING, UNKNOWN_TO_SDK_VERSION -> false;
        };
    }

    private Answer answer(Query query, QueryExecution ended) {
        if (ended.status().state() != QueryExecutionState.SUCCEEDED) {
            throw new StepFailedException(
                    query,
                    "Athena says " + ended.status().stateAsString()
                            + Optional.ofNullable(ended.status().stateChangeReason())
                                    .map(reason -> ": " + reason)
                                    .orElse(""),
                    place(ended.queryExecutionId()));
        }
        Optional<QueryExecutionStatistics> statistics = Optional.ofNullable(ended.statistics());
        // The result is elsewhere than asked for when the workgroup has its own place for results.
        Answer answer = new Answer(
                query,
                ended.resultConfiguration().outputLocation(),
                statistics.map(QueryExecutionStatistics::dataScannedInBytes).orElse(0L),
                Duration.ofMillis(statistics
                        .map(QueryExecutionStatistics::totalExecutionTimeInMillis)
                        .orElse(0L)));
        listener.answered(answer);
        return answer;
    }

    /** Returns how a message names a query. Athena keeps what it knows of a query for 45 days. */
    private String place(String id) {
        return "query execution " + id + " of the workgroup " + settings.workGroup();
    }
}
