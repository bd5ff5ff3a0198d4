package io.laguna.emulator.emrserverless;

import java.util.Optional;

/**
 * The workers that a job run asks for.
 *
 * @param driver the resources of the driver
 * @param executor the resources of one executor
 * @param least the number of executors without which the run does not begin
 * @param wanted the number of executors that the run begins with, if there is room
 * @see <a href="https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/jobs-spark.html">Spark job properties</a>
 */
record Workers(Resources driver, Resources executor, long least, long wanted) {
    private static final long CORES = 4;
    private static final long MEMORY_MB = 14 * 1024;
    private static final long INSTANCES = 3;

    /** "spark.emr-serverless.memoryOverheadFactor: 0.1, with a minimum of 384 MB". */
    private static final double OVERHEAD = 0.1;

    private static final long LEAST_OVERHEAD_MB = 384;
    private static final long MB_PER_GB = 1024;

    /** Reads the workers from Spark's properties, with the defaults of EMR Serverless. */
    static Workers of(SparkProperties spark) {
        long instances = spark.number("spark.executor.instances", INSTANCES);
        boolean dynamic = spark.flag("spark.dynamicAllocation.enabled", true);
        long least = dynamic ? Math.max(1, spark.number("spark.dynamicAllocation.minExecutors", 0)) : instances;
        long initial = spark.number("spark.dynamicAllocation.initialExecutors", instances);
        long most = spark.number("spark.dynamicAllocation.maxExecutors", Integer.MAX_VALUE);
        long wanted = dynamic ? Math.max(least, Math.min(initial, most)) : instances;
        return new Workers(worker(spark, "driver"), worker(spark, "executor"), least, wanted);
    }

    /** Returns the least resources that the run needs. */
    Resources needed() {
        return with(least);
    }

    /**
     * The workers that a run has got.
     *
     * @param count the number of workers, the driver among them
     */
    record Allocation(Resources resources, long count) {}

    /** Allocates the executors that the run begins with, or as many as fit; empty when the run has to wait. */
    Optional<Allocation> allocate(Resources used, Resources limit) {
        long executors = Math.min(wanted, executor.fitting(used.plus(driver), limit));
        return executors < least ? Optional.empty() : Optional.of(new Allocation(with(executors), executors + 1));
    }

    private Resources with(long executors) {
        return driver.plus(executor.times(executors));
    }

    private static Resources worker(SparkProperties spark, String role) {
        long memory = spark.megabytes("spark." + role + ".memory", "m").orElse(MEMORY_MB);
        long overhead = spark.megabytes("spark." + role + ".memoryOverhead", "m")
                .orElse(Math.max(LEAST_OVERHEAD_MB, (long) (memory * OVERHEAD)));
        long disk = spark.megabytes("spark.emr-serverless." + role + ".disk", "g")
                .map(Workers::gigabytes)
                .orElse(Resources.DISK);
        long cores = Math.max(1, spark.number("spark." + role + ".cores", CORES));
        return new Resources(cores, Math.max(1, gigabytes(memory + overhead)), Math.max(1, disk));
    }

    private static long gigabytes(long megabytes) {
        return (megabytes + MB_PER_GB - 1) / MB_PER_GB;
    }
}
