package io.laguna.emulator.athena.query;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryRuntimeStatistics;
import software.amazon.awssdk.services.athena.model.ResultSetMetadata;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;

/** The queries in the state, over one connection to it. */
final class QueryRecords {
    static final Set<QueryExecutionState> ENDED =
            Set.of(QueryExecutionState.SUCCEEDED, QueryExecutionState.FAILED, QueryExecutionState.CANCELLED);

    private static final String COLUMNS = "account, region, execution, metadata, update_count, statistics";

    private final Handle handle;

    QueryRecords(Handle handle) {
        this.handle = handle;
    }

    /** Adds a query unless there is one with its client token, and tells whether it was added. */
    boolean insert(QueryRecord query, StartQueryExecutionRequest request) {
        QueryExecution execution = query.execution();
        return handle.execute(
                        "insert into athena_query (id, account, region, workgroup, state, submitted_at, client_token,"
                                + " request, execution) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (account, region, client_token) do nothing",
                        query.id(),
                        query.owner().accountId(),
                        query.owner().region(),
                        execution.workGroup(),
                        execution.status().stateAsString(),
                        Timestamp.from(execution.status().submissionDateTime()),
                        request.clientRequestToken(),
                        ShapeJson.write(request),
                        ShapeJson.write(execution))
                == 1;
    }

    /**
     * Returns the id of the query that was submitted under a client token, if it is the same request; empty if it is
     * another request.
     */
    Optional<String> submittedBy(Caller caller, StartQueryExecutionRequest request) {
        return handle.select(
                        "select id from athena_query where account = ? and region = ? and client_token = ?"
                                + " and request = ?",
                        caller.accountId(),
                        caller.region(),
                        request.clientRequestToken(),
                        ShapeJson.write(request))
                .mapTo(String.class)
                .findOne();
    }

    Optional<QueryRecord> find(Caller caller, String id) {
        return handle.select(
                        "select " + COLUMNS + " from athena_query where account = ? and region = ? and id = ?",
                        caller.accountId(),
                        caller.region(),
                        id)
                .map(QueryRecords::read)
                .findOne();
    }

    /** Returns the queries in one of these states, the first submitted first, of all callers. */
    List<QueryRecord> in(Collection<QueryExecutionState> states) {
        return handle.createQuery(
                        "select " + COLUMNS + " from athena_query where state in (<states>) order by submitted_at, id")
                .bindList(
                        "states",
                        states.stream().map(QueryExecutionState::toString).toList())
                .map(QueryRecords::read)
                .list();
    }

    /**
     * Returns the ids of a workgroup's queries, the last submitted first.
     *
     * @param after the id of a query, to get those behind it; empty for all
     */
    List<String> ids(Caller caller, String workGroup, String after, int most) {
        return handle.select(
                        "select id from athena_query q where account = ? and region = ? and workgroup = ?"
                                + " and (? = '' or (submitted_at, id) < (select submitted_at, id from athena_query"
                                + " where id = ?)) order by submitted_at desc, id desc limit ?",
                        caller.accountId(),
                        caller.region(),
                        workGroup,
                        after,
                        after,
                        most)
                .mapTo(String.class)
                .list();
    }

    /** Returns the latest query that succeeded since then, with the same text, context and parameters. */
    Optional<QueryRecord> reusable(QueryRecord query, Instant notBefore) {
        return handle
                .select(
                        "select " + COLUMNS + " from athena_query where account = ? and region = ? and workgroup = ?"
                                + " and state = 'SUCCEEDED' and completed_at >= ? order by completed_at desc",
                        query.owner().accountId(),
                        query.owner().region(),
                        query.execution().workGroup(),
                        Timestamp.from(notBefore))
                .map(QueryRecords::read)
                .stream()
                .filter(earlier -> ResultReuse.isSame(earlier.execution(), query.execution()))
                .findFirst();
    }

    /** Writes how a query has gone on, unless it had ended before; tells whether it was written. */
    boolean save(QueryRecord query) {
        QueryExecution execution = query.execution();
        return handle.execute(
                        "update athena_query set state = ?, completed_at = ?, execution = ?, metadata = ?,"
                                + " update_count = ?, statistics = ? where id = ? and state in ('QUEUED', 'RUNNING')",
                        execution.status().stateAsString(),
                        Optional.ofNullable(execution.status().completionDateTime())
                                .map(Timestamp::from)
                                .orElse(null),
                        ShapeJson.write(execution),
                        query.metadata().map(ShapeJson::write).orElse(null),
                        query.updateCount().isPresent() ? query.updateCount().getAsLong() : null,
                        query.statistics().map(ShapeJson::write).orElse(null),
                        query.id())
                == 1;
    }

    /**
     * Writes as {@link #save} does, without waiting until it is on the disk. When PostgreSQL or the machine dies in the
     * next moment, the query has not been written.
     *
     * @see <a href="https://www.postgresql.org/docs/17/wal-async-commit.html">Asynchronous Commit</a>
     */
    boolean saveSoon(QueryRecord query) {
        handle.execute("set local synchronous_commit = off");
        return save(query);
    }

    private static QueryRecord read(ResultSet row, StatementContext context) throws SQLException {
        long count = row.getLong("update_count");
        return new QueryRecord(
                new Caller(row.getString("account"), row.getString("region")),
                ShapeJson.read(row.getString("execution"), QueryExecution.builder()),
                Optional.ofNullable(row.getString("metadata"))
                        .map(json -> ShapeJson.read(json, ResultSetMetadata.builder())),
                row.getObject("update_count") == null ? OptionalLong.empty() : OptionalLong.of(count),
                Optional.ofNullable(row.getString("statistics"))
                        .map(json -> ShapeJson.read(json, QueryRuntimeStatistics.builder())));
    }
}
