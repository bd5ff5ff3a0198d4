package io.laguna.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.spark.scheduler.ExternalClusterManager;
import org.junit.jupiter.api.Test;

class ThisMachineClustersTest {
    private final ClassLoader application = getClass().getClassLoader();

    @Test
    void yarnIsThisMachineForSparkAlsoBehindItsOwnClassLoader() throws Exception {
        try (URLClassLoader ofSpark = new URLClassLoader(new URL[0], new ThisMachineClusters(application))) {
            assertThat(forYarn(ofSpark)).singleElement().isInstanceOf(ThisMachineScheduling.class);
        }
    }

    @Test
    void withoutItYarnIsSparksOwn() {
        assertThat(forYarn(application)).singleElement().isNotInstanceOf(ThisMachineScheduling.class);
    }

    private static List<ExternalClusterManager> forYarn(ClassLoader loader) {
        return ServiceLoader.load(ExternalClusterManager.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .filter(manager -> manager.canCreate("yarn"))
                .toList();
    }
}
