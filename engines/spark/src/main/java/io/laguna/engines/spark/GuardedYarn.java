package io.laguna.engines.spark;

import java.time.Duration;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SchedulerBackend;
import org.apache.spark.scheduler.TaskScheduler;
import org.apache.spark.scheduler.TaskSchedulerImpl;
import org.apache.spark.scheduler.cluster.YarnClientSchedulerBackend;
import org.apache.spark.scheduler.cluster.YarnClusterManager;
import org.apache.spark.ui.SparkUI;

/**
 * YARN as the cluster manager of a driver in client mode. The application master sends the filter of the driver's web pages,
 * and Spark 3.5 puts it before pages that another thread is just starting ({@code SparkUI.attachAllHandlers} takes no lock):
 * on a busy machine a driver now and then ended by "No filter named …AmIpFilter". Here the driver goes on when the filter is
 * in its place. Until the application master has reached the driver, which it does just before, there would be no executor
 * anyway.
 */
public final class GuardedYarn extends YarnClusterManager {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 20;

    @Override
    public SchedulerBackend createSchedulerBackend(SparkContext context, String master, TaskScheduler scheduler) {
        if (!context.deployMode().equals("client")) {
            return super.createSchedulerBackend(context, master, scheduler);
        }
        return new YarnClientSchedulerBackend((TaskSchedulerImpl) scheduler, context) {
            @Override
            public void start() {
                super.start();
                if (context.ui().isDefined()) {
                    awaitFilter(context, context.ui().get());
                }
            }
        };
    }

    /** Waits until the filter is set and the lock under which Spark puts it before the pages is free. */
    private static void awaitFilter(SparkContext context, SparkUI pages) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isSet(context, pages) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean isSet(SparkContext context, SparkUI pages) {
        synchronized (pages) {
            return context.conf().get("spark.ui.filters", "").contains("AmIpFilter");
        }
    }
}
