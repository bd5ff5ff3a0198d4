package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunMode;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;

/** Job runs and their attempts in the state, over one connection to it. A job run without more is its latest attempt. */
final class JobRunRecords {
    /** A job run in one of these states stays there. */
    static final Set<JobRunState> ENDED = Set.of(JobRunState.SUCCESS, JobRunState.FAILED, JobRunState.CANCELLED);

    private static final String ACTIVE = "a.state not in ('SUCCESS', 'FAILED', 'CANCELLED')";
    private static final String LATEST = "select a.run from serverless_job_run r"
            + " join serverless_attempt a on a.job_run = r.id and a.attempt = r.attempt where ";

    private final Handle handle;

    JobRunRecords(Handle handle) {
        this.handle = handle;
    }

    /** An earlier request under a client token, and the id of what it made. */
    record Earlier(String id, String request) {}

    /** A filter of an application's job runs; no state and no mode mean all. */
    record Filter(
            List<JobRunState> states, Optional<JobRunMode> mode, Optional<Instant> after, Optional<Instant> before) {}

    void insert(JobRun run, Optional<String> token, String request) {
        handle.execute(
                "insert into serverless_job_run (id, application, created_at, attempt, client_token, request)"
                        + " values (?, ?, ?, ?, ?, ?)",
                run.jobRunId(),
                run.applicationId(),
                Timestamp.from(run.createdAt()),
                run.attempt(),
                token.orElse(null),
                request);
        save(run);
    }

    /** Keeps an attempt; a new one becomes the latest. */
    void save(JobRun run) {
        handle.execute(
                "insert into serverless_attempt (job_run, attempt, state, mode, run) values (?, ?, ?, ?, ?)"
                        + " on conflict (job_run, attempt) do update set state = excluded.state, run = excluded.run",
                run.jobRunId(),
                run.attempt(),
                run.stateAsString(),
                run.modeAsString(),
                ShapeJson.write(run));
        handle.execute(
                "update serverless_job_run set attempt = ? where id = ? and attempt < ?",
                run.attempt(),
                run.jobRunId(),
                run.attempt());
    }

    Optional<Earlier> byToken(String application, String token) {
        return handle.select(
                        "select id, request from serverless_job_run where application = ? and client_token = ?",
                        application,
                        token)
                .map((row, context) -> new Earlier(row.getString("id"), row.getString("request")))
                .findFirst();
    }

    Optional<JobRun> find(String application, String id) {
        return handle.select(LATEST + "r.application = ? and r.id = ?", application, id)
                .map(JobRunRecords::read)
                .findFirst();
    }

    /** The same, held until the end of the transaction. */
    Optional<JobRun> lock(String application, String id) {
        handle.execute("select 1 from serverless_job_run where id = ? for update", id);
        return find(application, id);
    }

    Optional<JobRun> attempt(String application, String id, int attempt) {
        return handle.select(
                        "select a.run from serverless_attempt a join serverless_job_run r on r.id = a.job_run"
                                + " where r.application = ? and r.id = ? and a.attempt = ?",
                        application,
                        id,
                        attempt)
                .map(JobRunRecords::read)
                .findFirst();
    }

    /** Keeps Spark's id of an attempt. */
    void spark(JobRun run, String applicationId) {
        handle.execute(
                "update serverless_attempt set spark = ? where job_run = ? and attempt = ?",
                applicationId,
                run.jobRunId(),
                run.attempt());
    }

    /** Spark's id of an attempt, once it is known. */
    Optional<String> spark(JobRun run) {
        return handle.select(
                        "select spark from serverless_attempt where job_run = ? and attempt = ? and spark is not null",
                        run.jobRunId(),
                        run.attempt())
                .mapTo(String.class)
                .findFirst();
    }

    /** All attempts, the latest first. */
    List<JobRun> attempts(String id) {
        return handle.select("select run from serverless_attempt where job_run = ? order by attempt desc", id)
                .map(JobRunRecords::read)
                .list();
    }

    /** Every application's that have not ended, in the order of their submission. */
    List<JobRun> active() {
        return handle.select(LATEST + ACTIVE + " order by r.created_at, r.id")
                .map(JobRunRecords::read)
                .list();
    }

    long active(String application) {
        return handle.select(
                        "select count(*) from serverless_job_run r join serverless_attempt a"
                                + " on a.job_run = r.id and a.attempt = r.attempt where r.application = ? and "
                                + ACTIVE,
                        application)
                .mapTo(Long.class)
                .one();
    }

    /** One more than the page's size, if there are more; the latest first. */
    List<JobRun> page(String application, Filter filter, Page.Request page) {
        return handle.select(
                        LATEST + "r.application = ? and (? or a.state = any(string_to_array(?, ',')))"
                                + " and (? = '' or a.mode = ?) and r.created_at >= ? and r.created_at <= ?"
                                + " and (r.created_at, r.id) < (?, ?) order by r.created_at desc, r.id desc limit ?",
                        application,
                        filter.states().isEmpty(),
                        String.join(
                                ",",
                                filter.states().stream()
                                        .map(JobRunState::toString)
                                        .toList()),
                        filter.mode().map(JobRunMode::toString).orElse(""),
                        filter.mode().map(JobRunMode::toString).orElse(""),
                        Timestamp.from(filter.after().orElse(Instant.EPOCH)),
                        Timestamp.from(filter.before().orElse(Page.Place.BEGIN.createdAt())),
                        Timestamp.from(page.after().createdAt()),
                        page.after().id(),
                        page.size() + 1)
                .map(JobRunRecords::read)
                .list();
    }

    private static JobRun read(ResultSet row, StatementContext context) throws SQLException {
        return ShapeJson.read(row.getString("run"), JobRun.builder());
    }
}
