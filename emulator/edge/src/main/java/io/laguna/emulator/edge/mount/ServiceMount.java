package io.laguna.emulator.edge.mount;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Identity;
import io.laguna.emulator.kit.Service;
import io.laguna.wire.Rooms;
import io.laguna.wire.ServiceDescription;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkClient;

/**
 * A service at the edge.
 *
 * @param description its name and operations, which are known before it is ready
 * @param service makes the service for whoever calls; completed when its engines are ready, or with the reason why they are not
 * @param note what the health page says of it beside its state
 * @param former its operations in the protocol that it spoke before, for clients of that time
 */
public record ServiceMount(
        ServiceDescription description,
        CompletableFuture<? extends Function<Identity, ? extends Rooms<?>>> service,
        Optional<String> note,
        Optional<ServiceDescription> former)
        implements Mount {
    /** Creates a mount of which there is nothing else to say. */
    public ServiceMount(
            ServiceDescription description,
            CompletableFuture<? extends Function<Identity, ? extends Rooms<?>>> service) {
        this(description, service, Optional.empty(), Optional.empty());
    }

    /** Returns this mount with what the health page says of it. */
    public ServiceMount withNote(String text) {
        return new ServiceMount(description, service, Optional.of(text), former);
    }

    /** Returns this mount for clients of an earlier time too. */
    public ServiceMount withFormer(String apiVersion, String xmlNamespace, String pathMember) {
        return new ServiceMount(
                description, service, note, Optional.of(description.formerly(apiVersion, xmlNamespace, pathMember)));
    }

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
        CompletableFuture<Function<Identity, Rooms<C>>> rooms =
                service.thenApply(opened -> identity -> Rooms.of(client, opened.rooms(identity)));
        return new ServiceMount(OperationIndex.of(client, index), rooms);
    }

    /** Returns the mount of a service that is the same for all callers of an account and region. */
    public static ServiceMount perCaller(
            ServiceDescription description, CompletableFuture<? extends Function<Caller, ? extends Rooms<?>>> service) {
        CompletableFuture<Function<Identity, Rooms<?>>> rooms =
                service.thenApply(opened -> identity -> opened.apply(identity.caller()));
        return new ServiceMount(description, rooms);
    }
}
