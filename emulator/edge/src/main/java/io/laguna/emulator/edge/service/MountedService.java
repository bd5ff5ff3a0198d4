package io.laguna.emulator.edge.service;

import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.kit.Identity;
import io.laguna.wire.Rooms;
import io.laguna.wire.ServiceDescription;
import io.laguna.wire.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A mounted service, with the wire that it speaks. */
public final class MountedService {
    /**
     * The most callers that are kept. A client can invent accounts, regions and sessions at no cost: their number must not fill
     * the memory.
     */
    private static final int MOST_CALLERS = 256;

    private final ServiceDescription description;
    private final Wire wire;
    private final CompletableFuture<? extends Function<Identity, ? extends Rooms<?>>> service;
    private final Set<String> unsigned;
    private final boolean signedUrls;
    private final Optional<String> note;

    private MountedService(
            ServiceDescription description,
            CompletableFuture<? extends Function<Identity, ? extends Rooms<?>>> service,
            Set<String> unsigned,
            boolean signedUrls,
            Optional<String> note) {
        this.description = description;
        this.wire = new Wire(description);
        this.service = service;
        this.unsigned = unsigned;
        this.signedUrls = signedUrls;
        this.note = note;
    }

    /** Returns a mounted service. What it makes for somebody is kept. */
    public static MountedService of(ServiceMount mount) {
        return new MountedService(
                mount.description(), mount.service().thenApply(MountedService::cached), Set.of(), false, mount.note());
    }

    /** Returns a service as clients of an earlier time know it; empty where it has always been as it is. */
    public static Optional<MountedService> former(ServiceMount mount) {
        return mount.former()
                .map(former -> new MountedService(
                        former, mount.service().thenApply(MountedService::cached), Set.of(), false, mount.note()));
    }

    /**
     * Returns a service that asks for the exact identity of the caller, also by a URL that somebody else signed.
     *
     * @param unsigned the operations that ask for no signature
     */
    public static MountedService perIdentity(
            ServiceDescription description, Function<Identity, ? extends Rooms<?>> service, Set<String> unsigned) {
        return new MountedService(
                description, CompletableFuture.completedFuture(service), Set.copyOf(unsigned), true, Optional.empty());
    }

    public ServiceDescription description() {
        return description;
    }

    /** Returns what there is to say of the service beside its state. */
    public Optional<String> note() {
        return note;
    }

    Wire wire() {
        return wire;
    }

    /** Returns a future that completes when the service can be called. */
    public CompletableFuture<? extends Function<Identity, ? extends Rooms<?>>> service() {
        return service;
    }

    boolean takesUnsigned(String operation) {
        return unsigned.contains(operation);
    }

    /** Tells whether the service has presigned URLs. */
    boolean takesSignedUrls() {
        return signedUrls;
    }

    private static Function<Identity, Rooms<?>> cached(Function<Identity, ? extends Rooms<?>> service) {
        Map<Identity, Rooms<?>> rooms = new ConcurrentHashMap<>();
        return identity -> {
            if (rooms.size() > MOST_CALLERS) {
                rooms.clear();
            }
            return rooms.computeIfAbsent(identity, service);
        };
    }
}
