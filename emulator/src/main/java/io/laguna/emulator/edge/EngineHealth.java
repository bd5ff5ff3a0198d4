package io.laguna.emulator.edge;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * An engine, as the health page shows it.
 *
 * @param ready completed when the engine first answered, or with the reason why it did not
 * @param running whether its process still runs
 */
public record EngineHealth(String name, CompletableFuture<?> ready, BooleanSupplier running) {}
