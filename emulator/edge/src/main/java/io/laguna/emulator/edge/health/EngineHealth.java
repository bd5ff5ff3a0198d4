package io.laguna.emulator.edge.health;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * An engine, as the health page shows it.
 *
 * @param ready completed when the engine first answered, or with the reason why it did not
 * @param running whether its process still runs
 * @param onDemand whether it is well where it does not run: it starts when somebody needs it
 * @param failure why its last start on demand failed, if it did
 * @param figures what else there is to tell of it: numbers, and texts of everything else
 */
public record EngineHealth(
        String name,
        CompletableFuture<?> ready,
        BooleanSupplier running,
        boolean onDemand,
        Supplier<Optional<String>> failure,
        Supplier<Map<String, Object>> figures) {
    /** Creates the health of an engine that runs all the time. */
    public EngineHealth(
            String name, CompletableFuture<?> ready, BooleanSupplier running, Supplier<Map<String, Object>> figures) {
        this(name, ready, running, false, Optional::empty, figures);
    }

    /** Returns the health of an engine that runs when it is needed. */
    public static EngineHealth onDemand(
            String name,
            BooleanSupplier running,
            Supplier<Optional<String>> failure,
            Supplier<Map<String, Object>> figures) {
        return new EngineHealth(name, CompletableFuture.completedFuture(null), running, true, failure, figures);
    }
}
