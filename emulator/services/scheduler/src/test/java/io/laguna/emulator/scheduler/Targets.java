package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsRequest;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsResponse;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunResponse;

/** Services that only remember which calls they got, and fail when they are told to. */
final class Targets implements TargetOperation.Clients {
    final List<StartJobRunRequest> jobRuns = new CopyOnWriteArrayList<>();
    final List<AddJobFlowStepsRequest> steps = new CopyOnWriteArrayList<>();
    final List<Caller> owners = new CopyOnWriteArrayList<>();
    private final Deque<Throwable> failures = new ArrayDeque<>();

    /** Makes the next call throw this, after it was remembered. */
    void fail(Throwable failure) {
        failures.add(failure);
    }

    @Override
    public EmrClient emr(Caller owner) {
        owners.add(owner);
        return new Steps();
    }

    @Override
    public EmrServerlessClient serverless(Caller owner) {
        owners.add(owner);
        return new JobRuns();
    }

    private void failNow() {
        Throwable failure = failures.poll();
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    /** The end of Laguna's process: nothing in Laguna catches this. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final class Steps implements EmrClient {
        @Override
        public AddJobFlowStepsResponse addJobFlowSteps(AddJobFlowStepsRequest request) {
            steps.add(request);
            failNow();
            return AddJobFlowStepsResponse.builder().stepIds("s-1").build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    private final class JobRuns implements EmrServerlessClient {
        @Override
        public StartJobRunResponse startJobRun(StartJobRunRequest request) {
            jobRuns.add(request);
            failNow();
            return StartJobRunResponse.builder().jobRunId("run-1").build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
