package io.laguna.engines.driver;

import io.laguna.engines.process.ProcessMemory;
import io.laguna.engines.process.Reachable;
import io.laguna.engines.process.S3Access;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The JVMs in reserve. Guarded by the lock of {@link Drivers}. */
final class WarmDrivers {
    /** Of the warm-up: each takes some CPU seconds more, see the decision 0012. */
    private static final int ROUNDS = 2;

    private static final int FAILURES = 3;

    private final DriverJvm jvm;
    private final DriverSettings settings;
    private final Runnable changed;
    private final List<WarmDriver> drivers = new ArrayList<>();
    private int failures;
    private boolean held;
    private String region = S3Access.REGION;

    /** @param changed called when one has ended, without the lock */
    WarmDrivers(DriverJvm jvm, DriverSettings settings, Runnable changed) {
        this.jvm = jvm;
        this.settings = settings;
        this.changed = changed;
    }

    /**
     * Returns one that is ready, which is then the caller's.
     *
     * @param wanted the region of its job; those of another one make room for such as the next job will want too
     */
    Optional<WarmDriver> take(String wanted) {
        region = wanted;
        drivers.stream().filter(driver -> !driver.isIn(wanted)).forEach(WarmDrivers::end);
        drivers.removeIf(driver -> !driver.isIn(wanted));
        drop();
        Optional<WarmDriver> ready =
                drivers.stream().filter(WarmDriver::isReady).findFirst();
        ready.ifPresent(driver -> {
            drivers.remove(driver);
            failures = 0;
        });
        return ready;
    }

    /**
     * Prepares as many as there have to be, while nothing else runs: on a busy machine those that are getting ready wait.
     */
    void tend(boolean idle) {
        drop();
        if (held == idle) {
            held = !idle;
            drivers.stream().filter(driver -> !driver.isReady()).forEach(driver -> driver.process()
                    .hold(held));
        }
        while (idle && drivers.size() < settings.warm() && failures < FAILURES) {
            WarmDriver driver =
                    WarmDriver.prepare(jvm, MemorySize.of(settings.memory()), ROUNDS, catalogAnswers(), region);
            drivers.add(driver);
            driver.process().whenEnded(exitCode -> changed.run());
        }
    }

    int ready() {
        return (int) drivers.stream().filter(WarmDriver::isReady).count();
    }

    /** Returns how many run, ready or not yet. */
    int running() {
        return (int)
                drivers.stream().filter(driver -> driver.process().isRunning()).count();
    }

    OptionalLong memory() {
        return ProcessMemory.sum(
                drivers.stream().map(driver -> driver.process().memory()).toList());
    }

    /** Ends them. */
    void close() {
        drivers.forEach(WarmDrivers::end);
        drivers.clear();
    }

    private static void end(WarmDriver driver) {
        driver.process().hold(false);
        driver.process().stop();
        driver.scratch().clear();
    }

    /** One that died while it was getting ready will hardly be followed by a better one. */
    private void drop() {
        for (Iterator<WarmDriver> all = drivers.iterator(); all.hasNext(); ) {
            WarmDriver driver = all.next();
            if (!driver.process().isRunning()) {
                failures++;
                driver.scratch().clear();
                all.remove();
            }
        }
    }

    private boolean catalogAnswers() {
        return Reachable.at(jvm.metastoreUri());
    }
}
