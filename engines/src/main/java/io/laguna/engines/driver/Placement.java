package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import java.util.List;

/**
 * The place where a job and its driver run.
 *
 * @param master as SparkSubmit takes it: {@code local[*]}, {@code yarn}
 * @param isDetached whether the driver is a container of the cluster, and spark-submit only waits for it
 */
record Placement(String master, boolean isDetached) {
    /**
     * Returns what a job asks for, as far as this lake can give it: without a cluster {@code yarn} is this machine, and
     * the driver is the process that SparkSubmit runs in.
     *
     * @param master {@code yarn} or a local one, as the job has it
     * @param deployMode {@code client} or {@code cluster}
     * @throws EngineFailure for other masters, with what to do
     */
    static Placement of(String master, String deployMode, boolean cluster) {
        if (master.startsWith("yarn")) {
            return cluster ? new Placement("yarn", deployMode.equals("cluster")) : new Placement("local[*]", false);
        }
        if (master.startsWith("local")) {
            return new Placement(master, false);
        }
        throw new EngineFailure("--master " + master
                + ": a job runs " + (cluster ? "on the cluster's YARN" : "in one JVM of this machine")
                + ". Leave --master away, or give yarn or local[n].");
    }

    boolean isOnYarn() {
        return master.equals("yarn");
    }

    List<String> words() {
        return List.of("--master", master, "--deploy-mode", isDetached ? "cluster" : "client");
    }
}
