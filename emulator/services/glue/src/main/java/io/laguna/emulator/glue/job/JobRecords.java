package io.laguna.emulator.glue.job;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.glue.model.Job;

/** The definitions of jobs in the state, over one connection to it. */
record JobRecords(Handle handle) {
    private static final String SELECT =
            "select account, region, name, id, definition, request from glue_job where account = ? and region = ?";

    void insert(JobRecord job) {
        handle.execute(
                "insert into glue_job (account, region, name, id, created_at, definition, request)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                job.key().account(),
                job.key().region(),
                job.key().name(),
                job.id(),
                Timestamp.from(job.definition().createdOn()),
                ShapeJson.write(job.definition()),
                job.request().orElse(null));
    }

    /** Replaces a definition. The request that created the job says nothing about it any more. */
    void replace(JobKey key, Job definition) {
        handle.execute(
                "update glue_job set definition = ?, request = null where account = ? and region = ? and name = ?",
                ShapeJson.write(definition),
                key.account(),
                key.region(),
                key.name());
    }

    void delete(JobKey key) {
        handle.execute(
                "delete from glue_job where account = ? and region = ? and name = ?",
                key.account(),
                key.region(),
                key.name());
    }

    Optional<JobRecord> find(JobKey key) {
        return handle.select(SELECT + " and name = ?", key.account(), key.region(), key.name())
                .map(JobRecords::read)
                .findFirst();
    }

    /** Returns a job, held until the end of the transaction. */
    Optional<JobRecord> lock(JobKey key) {
        return handle.select(SELECT + " and name = ? for update", key.account(), key.region(), key.name())
                .map(JobRecords::read)
                .findFirst();
    }

    /** Returns all jobs of a caller in the order of their names' characters. */
    List<JobRecord> all(Caller caller) {
        return handle.select(SELECT + " order by name collate \"C\"", caller.accountId(), caller.region())
                .map(JobRecords::read)
                .list();
    }

    private static JobRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new JobRecord(
                new JobKey(row.getString("account"), row.getString("region"), row.getString("name")),
                row.getString("id"),
                ShapeJson.read(row.getString("definition"), Job.builder()),
                Optional.ofNullable(row.getString("request")));
    }
}
