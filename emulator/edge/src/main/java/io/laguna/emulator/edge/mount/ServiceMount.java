package io.laguna.emulator.edge.mount;

import io.laguna.emulator.kit.Caller;
import io.laguna.wire.Rooms;
import io.laguna.wire.ServiceDescription;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A service at the edge.
 *
 * @param description its name and operations, which are known before it is ready
 * @param service makes the service for a caller; completed when its engines are ready, or with the reason why they are not
 */
public record ServiceMount(
        ServiceDescription description, CompletableFuture<? extends Function<Caller, ? extends Rooms<?>>> service)
        implements Mount {}
