package io.laguna.engines.spark;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/**
 * The class loader of a driver's main thread where there is no YARN. It is the application's own, but for the list of
 * cluster managers, on which {@link ThisMachineScheduling} stands in the place of YARN's. Spark refuses a list with two for
 * one master, and the jar with YARN's has to stay on the class path, which a class-data archive is made of.
 */
final class ThisMachineClusters extends ClassLoader {
    private static final String LIST = "META-INF/services/org.apache.spark.scheduler.ExternalClusterManager";
    private static final String OURS = "io/laguna/engines/spark/cluster-managers";

    ThisMachineClusters(ClassLoader application) {
        super(application);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return super.getResources(name.equals(LIST) ? OURS : name);
    }
}
