package io.laguna.emulator.lake;

import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.wire.Rooms;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.SdkClient;

/** A service of the lake, which exists before its engines are ready. */
final class LakeService<C extends SdkClient> implements AutoCloseable {
    private final Class<C> client;
    private final CompletableFuture<? extends Service<C>> service;
    private final ServiceMount mount;

    /**
     * Creates a service.
     *
     * @param index the name of its index of operations: {@code glue}
     * @param service completed when it is open, or with the reason why it cannot be
     */
    LakeService(Class<C> client, String index, CompletableFuture<? extends Service<C>> service) {
        this(client, service, ServiceMount.of(client, index, service));
    }

    /** Creates a service of which the health page says something beside its state. */
    LakeService(Class<C> client, String index, String note, CompletableFuture<? extends Service<C>> service) {
        this(client, service, ServiceMount.of(client, index, service).withNote(note));
    }

    private LakeService(Class<C> client, CompletableFuture<? extends Service<C>> service, ServiceMount mount) {
        this.client = client;
        this.service = service;
        this.mount = mount;
    }

    /** Returns this service for clients of an earlier time too, which speak the query protocol. */
    LakeService<C> withFormer(String apiVersion, String xmlNamespace, String pathMember) {
        return new LakeService<>(client, service, mount.withFormer(apiVersion, xmlNamespace, pathMember));
    }

    ServiceMount mount() {
        return mount;
    }

    /** Returns the name that the SDK for Java gives the service: {@code emrserverless}. */
    String name() {
        String all = client.getPackageName();
        return all.substring(all.lastIndexOf('.') + 1);
    }

    /** Returns the service as one client; waits until it is open. */
    C client(Caller caller) {
        return Rooms.of(client, service.join().rooms(caller)).client();
    }

    /** Waits until the service answers, or throws the reason why it does not. */
    void await() {
        LakeEngines.join(service);
    }

    @Override
    public void close() {
        if (LakeServices.isOpen(service)) {
            service.join().close();
        }
    }
}
