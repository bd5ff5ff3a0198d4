package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.testkit.CommittedIndex;
import io.laguna.wire.Operation;
import io.laguna.wire.Rooms;
import io.laguna.wire.ServiceDescription;
import io.laguna.wire.Wire;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsRequest;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsResponse;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunResponse;

/** Services that only remember which calls they got, and fail when they are told to. */
final class Targets implements TargetServices {
    private static final ServiceDescription EMR =
            new CommittedIndex(EmrClient.class, "elasticmapreduce-2009-03-31", "elasticmapreduce").description();
    private static final ServiceDescription SERVERLESS =
            new CommittedIndex(EmrServerlessClient.class, "emr-serverless-2021-07-13", "emr-serverless").description();

    final List<StartJobRunRequest> jobRuns = new CopyOnWriteArrayList<>();
    final List<AddJobFlowStepsRequest> steps = new CopyOnWriteArrayList<>();
    final List<Caller> owners = new CopyOnWriteArrayList<>();
    private final Deque<Throwable> failures = new ArrayDeque<>();

    /** Makes the next call throw this, after it was remembered. */
    void fail(Throwable failure) {
        failures.add(failure);
    }

    @Override
    public boolean has(String service) {
        return service.equals("emr") || service.equals("emrserverless") || service.equals("athena");
    }

    @Override
    public Optional<TargetOperation> operation(String service, String action) {
        return switch (service) {
            case "emr" -> operation(EMR, action, Rooms.of(EmrClient.class, List.of(new Steps())));
            case "emrserverless" -> operation(
                    SERVERLESS, action, Rooms.of(EmrServerlessClient.class, List.of(new JobRuns())));
            default -> Optional.empty();
        };
    }

    private Optional<TargetOperation> operation(ServiceDescription service, String action, Rooms<?> rooms) {
        return service.operations().values().stream()
                .filter(operation -> operation.methodName().equals(action))
                .<TargetOperation>map(operation -> new Remembered(service, operation, rooms))
                .findFirst();
    }

    /** An operation of rooms that remember. */
    private final class Remembered implements TargetOperation {
        private final ServiceDescription service;
        private final Operation operation;
        private final Rooms<?> rooms;

        Remembered(ServiceDescription service, Operation operation, Rooms<?> rooms) {
            this.service = service;
            this.operation = operation;
            this.rooms = rooms;
        }

        @Override
        public SdkPojo newRequest() {
            return operation.newRequest();
        }

        @Override
        public List<String> requiredMembers() {
            return operation.requiredMembers();
        }

        @Override
        public boolean takesBody() {
            return false;
        }

        @Override
        public boolean isBuilt() {
            return rooms.operations().contains(operation.name());
        }

        @Override
        public SdkPojo call(Caller owner, SdkPojo request, RequestBody body) {
            owners.add(owner);
            return rooms.call(operation, request, body).orElseThrow();
        }

        @Override
        public int status(AwsServiceException failure) {
            return new Wire(service).encodeFailure(failure, "").status();
        }
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
