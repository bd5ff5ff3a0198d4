package io.laguna.engines.spark;

import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.ExternalClusterManager;
import org.apache.spark.scheduler.SchedulerBackend;
import org.apache.spark.scheduler.TaskScheduler;
import org.apache.spark.scheduler.TaskSchedulerImpl;
import org.apache.spark.scheduler.local.LocalSchedulerBackend;
import org.apache.spark.util.SystemClock;

/**
 * The cluster manager of a job that sets the master {@code yarn} in its code where there is no YARN: its tasks run in the
 * driver's own JVM, on all cores, as by {@code local[*]}. Spark finds the class by {@link ClusterManagers}.
 */
public final class ThisMachineScheduling implements ExternalClusterManager {
    /** How often a task may fail, which is as by {@code local[*]}: another try in the same JVM would fail alike. */
    private static final int TASK_FAILURES = 1;

    @Override
    public boolean canCreate(String master) {
        return master.equals("yarn");
    }

    @Override
    public TaskScheduler createTaskScheduler(SparkContext context, String master) {
        return new TaskSchedulerImpl(context, TASK_FAILURES, true, new SystemClock());
    }

    @Override
    public SchedulerBackend createSchedulerBackend(SparkContext context, String master, TaskScheduler scheduler) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new LocalSchedulerBackend(context.getConf(), (TaskSchedulerImpl) scheduler, cores);
    }

    @Override
    public void initialize(TaskScheduler scheduler, SchedulerBackend backend) {
        ((TaskSchedulerImpl) scheduler).initialize(backend);
    }
}
