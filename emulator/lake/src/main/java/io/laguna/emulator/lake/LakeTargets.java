package io.laguna.emulator.lake;

import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.edge.service.ServiceFailures;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.EngineUnavailableException;
import io.laguna.emulator.kit.Identity;
import io.laguna.emulator.scheduler.TargetOperation;
import io.laguna.emulator.scheduler.TargetServices;
import io.laguna.wire.Operation;
import io.laguna.wire.Rooms;
import io.laguna.wire.Streaming;
import io.laguna.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The services of a lake as schedules call them, without HTTP.
 *
 * @param mounts by the names that the SDK for Java gives services: {@code emrserverless}
 */
record LakeTargets(Map<String, ServiceMount> mounts) implements TargetServices {
    private static final String SCHEDULER = "scheduler";

    @Override
    public boolean has(String service) {
        return mounts.containsKey(service);
    }

    @Override
    public Optional<TargetOperation> operation(String service, String action) {
        ServiceMount mount = mounts.get(service);
        return mount.description().operations().values().stream()
                .filter(operation -> operation.methodName().equals(action))
                .<TargetOperation>map(operation -> new Called(mount, operation))
                .findFirst();
    }

    /** An operation of a mounted service. */
    private record Called(ServiceMount mount, Operation operation) implements TargetOperation {
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
            return operation.streaming() == Streaming.REQUEST;
        }

        @Override
        public boolean isBuilt() {
            return rooms(Caller.DEFAULT).operations().contains(Rooms.wireName(operation.methodName()));
        }

        @Override
        public SdkPojo call(Caller owner, SdkPojo request, RequestBody body) {
            return rooms(owner)
                    .call(operation, request, body)
                    .orElseThrow(() -> new UnsupportedOperationException(operation.name()));
        }

        @Override
        public int status(AwsServiceException failure) {
            return new Wire(mount.description()).encodeFailure(failure, "").status();
        }

        private Rooms<?> rooms(Caller caller) {
            try {
                return mount.service().join().apply(Identity.of(caller, SCHEDULER));
            } catch (CompletionException e) {
                throw new EngineUnavailableException(
                        "Laguna cannot call " + mount.description().signingName() + ": " + ServiceFailures.reason(e),
                        e);
            }
        }
    }
}
