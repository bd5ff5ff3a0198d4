package io.laguna.engines.spark;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that Spark's static pools keep for a minute after a session. These threads have the class loader of the
 * code that first needed them. A job that inherited them would not find its own classes in a broadcast or a subquery.
 */
final class IdleThreads {
    private static final long DEADLINE_MILLIS = 10_000;

    private IdleThreads() {}

    /** Ends these threads, and tells whether they ended. The pools go on as they were. */
    static boolean end() throws InterruptedException {
        Map<Thread, ThreadPoolExecutor> workers = new HashMap<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            pool(thread).ifPresent(pool -> workers.put(thread, pool));
        }
        Map<ThreadPoolExecutor, Long> patience = new HashMap<>();
        workers.values().forEach(pool -> patience.computeIfAbsent(pool, IdleThreads::hurried));
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DEADLINE_MILLIS);
        for (Thread worker : workers.keySet()) {
            worker.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
        patience.forEach((pool, nanos) -> pool.setKeepAliveTime(nanos, TimeUnit.NANOSECONDS));
        List<String> left = workers.keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .toList();
        if (!left.isEmpty()) {
            System.err.println("The warm-up's threads do not end: " + left);
        }
        return left.isEmpty();
    }

    private static long hurried(ThreadPoolExecutor pool) {
        long patience = pool.getKeepAliveTime(TimeUnit.NANOSECONDS);
        pool.setKeepAliveTime(1, TimeUnit.NANOSECONDS);
        return patience;
    }

    /**
     * Returns the pool of Spark that a thread works for. The pools that never let go of a thread belong to Hadoop's
     * housekeepers.
     */
    private static Optional<ThreadPoolExecutor> pool(Thread thread) {
        try {
            Field target = Thread.class.getDeclaredField("target");
            target.setAccessible(true);
            Object work = target.get(thread);
            if (work == null || !work.getClass().getName().equals(ThreadPoolExecutor.class.getName() + "$Worker")) {
                return Optional.empty();
            }
            Field owner = work.getClass().getDeclaredField("this$0");
            owner.setAccessible(true);
            ThreadPoolExecutor pool = (ThreadPoolExecutor) owner.get(work);
            return Optional.of(pool)
                    .filter(one -> one.allowsCoreThreadTimeOut() || one.getCorePoolSize() == 0)
                    .filter(one -> one.getKeepAliveTime(TimeUnit.NANOSECONDS) > 0);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is not the JDK that warm drivers are built for", e);
        }
    }
}
