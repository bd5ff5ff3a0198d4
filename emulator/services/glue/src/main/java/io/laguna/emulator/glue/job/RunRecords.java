package io.laguna.emulator.glue.job;

import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.JobRun;

/** The runs of jobs in the state, over one connection to it. */
record RunRecords(Handle handle) {
    private static final String COLUMNS =
            "select id, account, region, job, run, job_id, definition, running_at, delay_told from glue_job_run";
    private static final String OF_JOB = " where account = ? and region = ? and job = ?";
    private static final String ACTIVE =
            "state not in ('SUCCEEDED', 'FAILED', 'STOPPED', 'TIMEOUT', 'ERROR', 'EXPIRED')";

    void insert(RunRecord run) {
        handle.execute(
                "insert into glue_job_run (id, account, region, job, state, run, job_id, definition)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                run.id(),
                run.key().account(),
                run.key().region(),
                run.key().name(),
                run.run().jobRunStateAsString(),
                ShapeJson.write(run.run()),
                run.jobId(),
                ShapeJson.write(run.job()));
    }

    void save(RunRecord run) {
        handle.execute(
                "update glue_job_run set state = ?, run = ?, running_at = ?, delay_told = ? where id = ?",
                run.run().jobRunStateAsString(),
                ShapeJson.write(run.run()),
                run.runningAt().map(Timestamp::from).orElse(null),
                run.delayTold(),
                run.id());
    }

    Optional<RunRecord> find(JobKey key, String id) {
        return handle.select(COLUMNS + OF_JOB + " and id = ?", key.account(), key.region(), key.name(), id)
                .map(RunRecords::read)
                .findFirst();
    }

    /** Returns a run, held until the end of the transaction. */
    Optional<RunRecord> lock(String id) {
        return handle.select(COLUMNS + " where id = ? for update", id)
                .map(RunRecords::read)
                .findFirst();
    }

    /** Returns the runs of a job, the newest first. */
    List<RunRecord> of(JobKey key) {
        return handle.select(COLUMNS + OF_JOB + " order by number desc", key.account(), key.region(), key.name())
                .map(RunRecords::read)
                .list();
    }

    /** Returns a run of a job and the attempts that followed it by themselves, in the order of the attempts. */
    List<RunRecord> attempts(JobKey key, String first) {
        return handle.select(
                        COLUMNS + OF_JOB + " and (id = ? or starts_with(id, ?)) order by number",
                        key.account(),
                        key.region(),
                        key.name(),
                        first,
                        first + "_attempt_")
                .map(RunRecords::read)
                .list();
    }

    /** Returns every job's runs that have not ended, in the order of their starts. */
    List<RunRecord> active() {
        return handle.select(COLUMNS + " where " + ACTIVE + " order by number")
                .map(RunRecords::read)
                .list();
    }

    /** Returns how many runs of a job are at work: those that wait are not. */
    long atWork(JobKey key) {
        return handle.select(
                        "select count(*) from glue_job_run" + OF_JOB + " and state <> 'WAITING' and " + ACTIVE,
                        key.account(),
                        key.region(),
                        key.name())
                .mapTo(Long.class)
                .one();
    }

    /** Deletes the runs of a job that have ended. */
    void deleteEnded(JobKey key) {
        handle.execute(
                "delete from glue_job_run" + OF_JOB + " and not (" + ACTIVE + ")",
                key.account(),
                key.region(),
                key.name());
    }

    private static RunRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new RunRecord(
                new JobKey(row.getString("account"), row.getString("region"), row.getString("job")),
                ShapeJson.read(row.getString("run"), JobRun.builder()),
                row.getString("job_id"),
                ShapeJson.read(row.getString("definition"), Job.builder()),
                Optional.ofNullable(row.getTimestamp("running_at")).map(Timestamp::toInstant),
                row.getBoolean("delay_told"));
    }
}
