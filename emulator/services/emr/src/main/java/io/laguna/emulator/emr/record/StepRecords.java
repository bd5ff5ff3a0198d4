package io.laguna.emulator.emr.record;

import io.laguna.emulator.emr.request.Constraints;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.emr.model.Step;
import software.amazon.awssdk.services.emr.model.StepState;
import software.amazon.awssdk.services.emr.model.StepStateChangeReason;

/** Steps in the state, over one connection to it. */
public final class StepRecords {
    private final Handle handle;

    public StepRecords(Handle handle) {
        this.handle = handle;
    }

    public void insert(String cluster, Step step) {
        handle.execute(
                "insert into emr_step (id, cluster, state, step) values (?, ?, ?, ?)",
                step.id(),
                cluster,
                step.status().stateAsString(),
                ShapeJson.write(step));
    }

    public void save(Step step) {
        handle.execute(
                "update emr_step set state = ?, step = ? where id = ?",
                step.status().stateAsString(),
                ShapeJson.write(step),
                step.id());
    }

    public Optional<Step> find(String cluster, String id) {
        new Constraints().text("stepId", id).check();
        return handle.select("select step from emr_step where cluster = ? and id = ?", cluster, id)
                .mapTo(String.class)
                .findOne()
                .map(StepRecords::step);
    }

    /** Every step of a cluster in the order of their submission. */
    public List<Step> all(String cluster) {
        return handle.select("select step from emr_step where cluster = ? order by position", cluster)
                .mapTo(String.class)
                .map(StepRecords::step)
                .list();
    }

    /** The steps in one of these states, in the order of their submission. */
    public List<Step> in(String cluster, StepState... states) {
        List<String> names = List.of(states).stream().map(StepState::toString).toList();
        return handle.createQuery(
                        "select step from emr_step where cluster = :cluster and state in (<states>) order by position")
                .bind("cluster", cluster)
                .bindList("states", names)
                .mapTo(String.class)
                .map(StepRecords::step)
                .list();
    }

    /** Returns a step with a reason, which may say nothing: AWS gives it always, and clients read it unasked. */
    private static Step step(String json) {
        Step step = ShapeJson.read(json, Step.builder());
        return step.status().stateChangeReason() != null
                ? step
                : step.copy(copy -> copy.status(step.status()
                        .copy(status -> status.stateChangeReason(
                                StepStateChangeReason.builder().build()))));
    }
}
