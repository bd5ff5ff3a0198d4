package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.request.TagRules;
import io.laguna.emulator.glue.workflow.chain.ChainRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.state.TagTable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.CreateWorkflowRequest;
import software.amazon.awssdk.services.glue.model.CreateWorkflowResponse;
import software.amazon.awssdk.services.glue.model.DeleteWorkflowRequest;
import software.amazon.awssdk.services.glue.model.DeleteWorkflowResponse;
import software.amazon.awssdk.services.glue.model.UpdateWorkflowRequest;
import software.amazon.awssdk.services.glue.model.UpdateWorkflowResponse;
import software.amazon.awssdk.services.glue.model.Workflow;

/**
 * The operations that make and change workflows.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-workflow.html">Workflows</a>
 */
final class WorkflowDefinitions extends Room {
    private final Caller caller;
    private final State state;
    private final Supplier<Instant> now;

    WorkflowDefinitions(Caller caller, State state, Supplier<Instant> now) {
        this.caller = caller;
        this.state = state;
        this.now = now;
    }

    @Override
    public CreateWorkflowResponse createWorkflow(CreateWorkflowRequest request) {
        check(request.name(), request.description(), request.defaultRunProperties(), request.maxConcurrentRuns());
        TagRules.check(request.tags());
        Workflow.Builder workflow = Workflow.builder()
                .name(request.name())
                .description(request.description())
                .createdOn(now.get())
                .lastModifiedOn(now.get())
                .maxConcurrentRuns(request.maxConcurrentRuns());
        if (request.hasDefaultRunProperties()) {
            workflow.defaultRunProperties(request.defaultRunProperties());
        }
        state.write(transaction -> {
            if (!new WorkflowRecords(transaction).insert(caller, workflow.build())) {
                throw AlreadyExistsException.builder()
                        .message("Workflow " + request.name() + " already exists.")
                        .build();
            }
            tags(transaction).put(arn(caller, request.name()), request.tags());
            return workflow;
        });
        return CreateWorkflowResponse.builder().name(request.name()).build();
    }

    /** Changes what the request names; the rest stays as it is. */
    @Override
    public UpdateWorkflowResponse updateWorkflow(UpdateWorkflowRequest request) {
        check(request.name(), request.description(), request.defaultRunProperties(), request.maxConcurrentRuns());
        state.write(transaction -> {
            WorkflowRecords workflows = new WorkflowRecords(transaction);
            Workflow.Builder next =
                    workflows.lock(caller, request.name()).orElseThrow(WorkflowFailures::notFound).toBuilder()
                            .lastModifiedOn(now.get());
            Optional.ofNullable(request.description()).ifPresent(next::description);
            Optional.ofNullable(request.maxConcurrentRuns()).ifPresent(next::maxConcurrentRuns);
            if (request.hasDefaultRunProperties()) {
                next.defaultRunProperties(request.defaultRunProperties());
            }
            workflows.save(caller, next.build());
            return next;
        });
        return UpdateWorkflowResponse.builder().name(request.name()).build();
    }

    /**
     * Deletes a workflow with its tags and the runs that have ended. Its triggers stay, and start nothing any more. A run
     * that goes on goes on to its end.
     */
    @Override
    public DeleteWorkflowResponse deleteWorkflow(DeleteWorkflowRequest request) {
        new Constraints().name("name", request.name()).check();
        state.write(transaction -> {
            new WorkflowRecords(transaction).delete(caller, request.name());
            new ChainRecords(transaction).deleteOf(caller, request.name());
            tags(transaction).removeAll(arn(caller, request.name()));
            return request;
        });
        return DeleteWorkflowResponse.builder().name(request.name()).build();
    }

    private static void check(String name, String description, Map<String, String> properties, Integer most) {
        Constraints constraints = new Constraints().name("name", name).length("description", description, 0, 120_000);
        properties(constraints, "defaultRunProperties", properties);
        constraints.check();
        if (most != null && most < 1) {
            throw Failures.invalid("MaxConcurrentRuns must be at least 1.");
        }
    }

    static void properties(Constraints constraints, String path, Map<String, String> properties) {
        properties.forEach((key, value) ->
                constraints.name(path + ".key", key).length(path + "." + key, value, 0, Integer.MAX_VALUE));
    }

    static String arn(Caller caller, String name) {
        return caller.arn("glue", "workflow/" + name);
    }

    private static TagTable tags(Handle handle) {
        return new TagTable(handle, "glue_tag", "resource");
    }
}
