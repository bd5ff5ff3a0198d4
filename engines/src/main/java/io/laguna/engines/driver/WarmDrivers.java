package io.laguna.engines.driver;

import io.laguna.engines.process.ProcessMemory;
import io.laguna.engines.process.Reachable;
import io.laguna.engines.process.S3Access;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The JVMs in reserve. The lock of {@link Drivers} guards this list. */
final class WarmDrivers {
    /** The rounds of the warm-up: each takes some CPU seconds more, see the decision 0012. */
    private static final int ROUNDS = 2;

    private static final int FAILURES = 3;

    private final DriverJvm jvm;
    private final DriverSettings settings;
    private final Runnable changed;
    private final List<WarmDriver> drivers = new ArrayList<>();
    private int failures;
    private boolean held;
    private String region = S3Access.REGION;

    /**
     * Creates an empty reserve.
     *
     * @param changed called when a JVM in reserve has ended, without the lock
     */
    WarmDrivers(DriverJvm jvm, DriverSettings settings, Runnable changed) {
        this.jvm = jvm;
        this.settings = settings;
        this.changed = changed;
    }

    /**
     * Takes a driver that is ready out of the reserve.
     *
     * @param wanted the region of the job; drivers for another region are ended, so that drivers for this one can
     *     follow
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
     * Prepares as many JVMs as there have to be, while nothing else runs: on a busy machine the JVMs that are getting
     * ready are held.
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

    /** Returns how many JVMs run, ready or not yet. */
    int running() {
        return (int)
                drivers.stream().filter(driver -> driver.process().isRunning()).count();
    }

    OptionalLong memory() {
        return ProcessMemory.sum(
                drivers.stream().map(driver -> driver.process().memory()).toList());
    }

    /** Ends all JVMs in reserve. */
    void close() {
        drivers.forEach(WarmDrivers::end);
        drivers.clear();
    }

    private static void end(WarmDriver driver) {
        driver.process().hold(false);
        driver.process().stop();
        driver.scratch().clear();
    }

    /**
     * Drops the JVMs that have ended. After a JVM that died while it was getting ready, the next one will hardly do
     * better.
     */
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
