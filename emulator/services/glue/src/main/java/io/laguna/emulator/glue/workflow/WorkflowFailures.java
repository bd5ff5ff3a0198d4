package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.request.Failures;
import software.amazon.awssdk.services.glue.model.ConcurrentRunsExceededException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.IllegalWorkflowStateException;

/** The failures of workflows, in Glue's words as far as they are known. */
final class WorkflowFailures {
    private WorkflowFailures() {}

    /** Returns the failure for a workflow or a run that is not there. */
    static EntityNotFoundException notFound() {
        return Failures.notFound("Entity not found");
    }

    static EntityNotFoundException noTrigger(String name) {
        return Failures.notFound("Trigger " + name + " not found.");
    }

    /** "Currently the only error message is: Concurrent runs exceeded for workflow: foo." */
    static ConcurrentRunsExceededException concurrent(String workflow) {
        return ConcurrentRunsExceededException.builder()
                .message("Concurrent runs exceeded for workflow: " + workflow + ".")
                .build();
    }

    static IllegalWorkflowStateException state(String message) {
        return IllegalWorkflowStateException.builder().message(message).build();
    }
}
