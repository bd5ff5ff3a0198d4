package io.laguna.engines.spark;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/**
 * The class loader of a driver's main thread. It is the application's own, but for the list of cluster managers, on which
 * one of Laguna's stands in the place of YARN's: {@link ThisMachineScheduling} or {@link GuardedYarn}. Spark refuses a list
 * with two for one master, and the jar with YARN's has to stay on the class path, which a class-data archive is made of.
 */
final class ClusterManagers extends ClassLoader {
    private static final String LIST = "META-INF/services/org.apache.spark.scheduler.ExternalClusterManager";
    private static final String OURS = "io/laguna/engines/spark/cluster-managers.";

    private final String ours;

    /** @param yarn whether there is a cluster */
    ClusterManagers(ClassLoader application, boolean yarn) {
        super(application);
        this.ours = OURS + (yarn ? "yarn" : "local");
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return super.getResources(name.equals(LIST) ? ours : name);
    }
}
