package io.laguna.emulator.edge.mount;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.wire.Rooms;
import io.laguna.wire.ServiceDescription;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkClient;

/**
 * A service at the edge.
 *
 * @param description its name and operations, which are known before it is ready
 * @param service makes the service for a caller; completed when its engines are ready, or with the reason why they are not
 */
public record ServiceMount(
        ServiceDescription description, CompletableFuture<? extends Function<Caller, ? extends Rooms<?>>> service)
        implements Mount {
    /**
     * Returns the mount of a service that is open.
     *
     * @param index the name of its index of operations: {@code glue}
     */
    public static <C extends SdkClient> ServiceMount of(Class<C> client, String index, Service<C> service) {
        return of(client, index, CompletableFuture.completedFuture(service));
    }

    /**
     * Returns the mount of a service that opens later.
     *
     * @param index the name of its index of operations: {@code glue}
     * @param service completed when it is open, or with the reason why it cannot be
     */
    public static <C extends SdkClient> ServiceMount of(
            Class<C> client, String index, CompletableFuture<? extends Service<C>> service) {
        CompletableFuture<Function<Caller, Rooms<C>>> rooms =
                service.thenApply(opened -> caller -> Rooms.of(client, opened.rooms(caller)));
        return new ServiceMount(OperationIndex.of(client, index), rooms);
    }
}
