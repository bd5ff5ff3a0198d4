package io.laguna.emulator.edge.service;

import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.sts.Identity;
import io.laguna.wire.Rooms;
import io.laguna.wire.ServiceDescription;
import io.laguna.wire.Wire;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A mounted service, with the wire that it speaks. */
public final class MountedService {
    /**
     * The most callers that are kept. A client can invent accounts and regions at no cost: their number must not fill
     * the memory.
     */
    private static final int MOST_CALLERS = 256;

    private final ServiceDescription description;
    private final Wire wire;
    private final CompletableFuture<? extends Function<Identity, ? extends Rooms<?>>> service;
    private final Set<String> unsigned;
    private final boolean signedUrls;

    private MountedService(
            ServiceDescription description,
            CompletableFuture<? extends Function<Identity, ? extends Rooms<?>>> service,
            Set<String> unsigned,
            boolean signedUrls) {
        this.description = description;
        this.wire = new Wire(description);
        this.service = service;
        this.unsigned = unsigned;
        this.signedUrls = signedUrls;
    }

    /** Returns a service that is the same for all callers of an account and region. */
    public static MountedService perCaller(ServiceMount mount) {
        return new MountedService(
                mount.description(), mount.service().thenApply(MountedService::cached), Set.of(), false);
    }

    /**
     * Returns a service that asks for the exact identity of the caller, also by a URL that somebody else signed.
     *
     * @param unsigned the operations that ask for no signature
     */
    public static MountedService perIdentity(
            ServiceDescription description, Function<Identity, ? extends Rooms<?>> service, Set<String> unsigned) {
        return new MountedService(description, CompletableFuture.completedFuture(service), Set.copyOf(unsigned), true);
    }

    public ServiceDescription description() {
        return description;
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

    private static Function<Identity, Rooms<?>> cached(Function<Caller, ? extends Rooms<?>> service) {
        Map<Caller, Rooms<?>> rooms = new ConcurrentHashMap<>();
        return identity -> {
            if (rooms.size() > MOST_CALLERS) {
                rooms.clear();
            }
            return rooms.computeIfAbsent(identity.caller(), service);
        };
    }
}
