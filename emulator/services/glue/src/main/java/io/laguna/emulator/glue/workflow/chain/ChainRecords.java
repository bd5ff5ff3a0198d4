package io.laguna.emulator.glue.workflow.chain;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.glue.model.GetTriggersResponse;
import software.amazon.awssdk.services.glue.model.WorkflowRun;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatus;

/** The chains in the state, over one connection to it. */
public record ChainRecords(Handle handle) {
    private static final String SELECT =
            "select id, account, region, run, triggers, status, started_at from glue_chain";
    private static final String OF_WORKFLOW = " where account = ? and region = ? and workflow = ?";
    private static final String ACTIVE = "status in ('RUNNING', 'STOPPING')";

    void insert(ChainRecord chain) {
        handle.execute(
                "insert into glue_chain (id, account, region, workflow, run, triggers, status, started_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                chain.id(),
                chain.owner().accountId(),
                chain.owner().region(),
                chain.workflow().orElse(null),
                chain.run().map(ShapeJson::write).orElse(null),
                chain.run()
                        .map(run -> ShapeJson.write(GetTriggersResponse.builder()
                                .triggers(chain.triggers())
                                .build()))
                        .orElse(null),
                chain.status().toString(),
                Timestamp.from(chain.startedAt()));
    }

    public void save(ChainRecord chain) {
        handle.execute(
                "update glue_chain set status = ?, run = ? where id = ?",
                chain.status().toString(),
                chain.run().map(ShapeJson::write).orElse(null),
                chain.id());
    }

    /** Returns a run of a workflow. */
    public Optional<ChainRecord> find(Caller owner, String workflow, String run) {
        return handle.select(SELECT + OF_WORKFLOW + " and id = ?", owner.accountId(), owner.region(), workflow, run)
                .map(ChainRecords::read)
                .findFirst();
    }

    /** Returns a chain, held until the end of the transaction. */
    public Optional<ChainRecord> lock(String id) {
        return handle.select(SELECT + " where id = ? for update", id)
                .map(ChainRecords::read)
                .findFirst();
    }

    /** Returns the runs of a workflow, the newest first. */
    public List<ChainRecord> of(Caller owner, String workflow) {
        return handle.select(
                        SELECT + OF_WORKFLOW + " order by number desc", owner.accountId(), owner.region(), workflow)
                .map(ChainRecords::read)
                .list();
    }

    /** Returns the last run of a workflow. */
    public Optional<ChainRecord> last(Caller owner, String workflow) {
        return handle.select(
                        SELECT + OF_WORKFLOW + " order by number desc limit 1",
                        owner.accountId(),
                        owner.region(),
                        workflow)
                .map(ChainRecords::read)
                .findFirst();
    }

    /** Returns how many runs of a workflow go on. */
    public long active(Caller owner, String workflow) {
        return handle.select(
                        "select count(*) from glue_chain" + OF_WORKFLOW + " and " + ACTIVE,
                        owner.accountId(),
                        owner.region(),
                        workflow)
                .mapTo(Long.class)
                .one();
    }

    /** Returns everybody's chains that go on, in the order of their starts. */
    List<ChainRecord> active() {
        return handle.select(SELECT + " where " + ACTIVE + " order by number")
                .map(ChainRecords::read)
                .list();
    }

    public void deleteOf(Caller owner, String workflow) {
        handle.execute(
                "delete from glue_chain" + OF_WORKFLOW + " and not (" + ACTIVE + ")",
                owner.accountId(),
                owner.region(),
                workflow);
    }

    /** Deletes the chains that were started before a time and do not go on. */
    void prune(Instant before) {
        handle.execute("delete from glue_chain where started_at < ? and not (" + ACTIVE + ")", Timestamp.from(before));
    }

    private static ChainRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new ChainRecord(
                row.getString("id"),
                new Caller(row.getString("account"), row.getString("region")),
                Optional.ofNullable(row.getString("run")).map(json -> ShapeJson.read(json, WorkflowRun.builder())),
                Optional.ofNullable(row.getString("triggers"))
                        .map(json -> ShapeJson.read(json, GetTriggersResponse.builder())
                                .triggers())
                        .orElse(List.of()),
                WorkflowRunStatus.fromValue(row.getString("status")),
                row.getTimestamp("started_at").toInstant());
    }
}
