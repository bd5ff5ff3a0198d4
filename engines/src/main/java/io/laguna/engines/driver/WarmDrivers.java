package io.laguna.engines.driver;

import io.laguna.engines.process.ProcessMemory;
import io.laguna.engines.process.Reachable;
import io.laguna.engines.process.S3Access;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The JVMs in reserve. The lock of {@link Drivers} guards this list. */
final class WarmDrivers {
    /** The rounds of the warm-up: each takes some CPU seconds more, see the decision 0012. */
    private static final int ROUNDS = 2;

    private static final int FAILURES = 3;
    private static final Duration PULSE = Duration.ofSeconds(2);

    private final DriverJvm jvm;
    private final DriverSettings settings;
    private final ReserveSize size;
    private final Supplier<Spare> gauge;
    private final Runnable changed;
    private final List<WarmDriver> drivers = new ArrayList<>();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(beat -> {
        Thread thread = new Thread(beat, "warm-drivers");
        thread.setDaemon(true);
        return thread;
    });
    private int failures;
    private boolean held;
    private boolean idle = true;
    private Spare spare = new Spare(0, OptionalLong.empty());
    private long measured = System.nanoTime();
    private String region = S3Access.REGION;

    /**
     * Creates an empty reserve.
     *
     * @param gauge tells what nothing uses
     * @param changed called now and then, and when a JVM in reserve has ended, without the lock
     */
    WarmDrivers(DriverJvm jvm, DriverSettings settings, Supplier<Spare> gauge, Runnable changed) {
        this.jvm = jvm;
        this.settings = settings;
        this.size = new ReserveSize(settings.warm(), Clock.systemUTC());
        this.gauge = gauge;
        this.changed = changed;
        if (settings.warm() > 0) {
            var unused =
                    pulse.scheduleWithFixedDelay(changed, PULSE.toMillis(), PULSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Takes a driver that is ready out of the reserve.
     *
     * @param wanted the region of the job; drivers for another region are ended, so that drivers for this one can
     *     follow
     */
    Optional<WarmDriver> take(String wanted) {
        size.job();
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
     * Prepares as many JVMs as there have to be. On a busy machine the JVMs that are getting ready are held.
     *
     * @param now whether there is no job
     */
    void tend(boolean now) {
        drop();
        measure(now);
        boolean goOn = size.mayGoOn(idle, spare, ready(), held);
        if (held == goOn) {
            held = !goOn;
            drivers.stream().filter(driver -> !driver.isReady()).forEach(driver -> driver.process()
                    .hold(held));
        }
        while (failures < FAILURES && size.mayBegin(idle, spare, ready(), drivers.size() - ready())) {
            WarmDriver driver =
                    WarmDriver.prepare(jvm, MemorySize.of(settings.memory()), ROUNDS, catalogAnswers(), region);
            drivers.add(driver);
            driver.process().whenEnded(exitCode -> changed.run());
        }
    }

    /** Looks at the machine now and then, and when Laguna becomes busy or idle: what was free before says nothing then. */
    private void measure(boolean now) {
        boolean turns = idle != now;
        if (turns || System.nanoTime() - measured > PULSE.toNanos()) {
            idle = now;
            measured = System.nanoTime();
            spare = gauge.get();
            if (turns) {
                spare = new Spare(0, spare.memory());
            }
            dropSurplus();
        }
    }

    private void dropSurplus() {
        List<WarmDriver> surplus =
                drivers.stream().skip(size.wanted()).filter(WarmDriver::isReady).toList();
        surplus.forEach(WarmDrivers::end);
        drivers.removeAll(surplus);
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
        pulse.shutdownNow();
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
