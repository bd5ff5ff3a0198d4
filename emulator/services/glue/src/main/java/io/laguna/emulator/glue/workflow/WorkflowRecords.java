package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.Workflow;

/** The definitions of workflows in the state, over one connection to it. */
record WorkflowRecords(Handle handle) {
    private static final String OF_CALLER = " where account = ? and region = ?";
    private static final String SELECT = "select definition from glue_workflow" + OF_CALLER;

    /** Adds a workflow; tells whether there was none of the name. */
    boolean insert(Caller owner, Workflow workflow) {
        return handle.execute(
                        "insert into glue_workflow (account, region, name, definition) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        owner.accountId(),
                        owner.region(),
                        workflow.name(),
                        ShapeJson.write(workflow))
                == 1;
    }

    void save(Caller owner, Workflow workflow) {
        handle.execute(
                "update glue_workflow set definition = ?" + OF_CALLER + " and name = ?",
                ShapeJson.write(workflow),
                owner.accountId(),
                owner.region(),
                workflow.name());
    }

    void delete(Caller owner, String name) {
        handle.execute(
                "delete from glue_workflow" + OF_CALLER + " and name = ?", owner.accountId(), owner.region(), name);
    }

    Optional<Workflow> find(Caller owner, String name) {
        return read(" and name = ?", owner.accountId(), owner.region(), name).stream()
                .findFirst();
    }

    /** Returns a workflow, held until the end of the transaction. */
    Optional<Workflow> lock(Caller owner, String name) {
        return read(" and name = ? for update", owner.accountId(), owner.region(), name).stream()
                .findFirst();
    }

    /** Returns all workflows of a caller in the order of their names' characters. */
    List<Workflow> all(Caller owner) {
        return read(" order by name collate \"C\"", owner.accountId(), owner.region());
    }

    private List<Workflow> read(String condition, Object... values) {
        return handle.select(SELECT + condition, values)
                .map((row, context) -> ShapeJson.read(row.getString("definition"), Workflow.builder()))
                .list();
    }
}
