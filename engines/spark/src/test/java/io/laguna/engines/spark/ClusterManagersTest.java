package io.laguna.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.spark.scheduler.ExternalClusterManager;
import org.apache.spark.scheduler.cluster.YarnClusterManager;
import org.junit.jupiter.api.Test;

class ClusterManagersTest {
    private final ClassLoader application = getClass().getClassLoader();

    @Test
    void yarnIsThisMachineForSparkAlsoBehindItsOwnClassLoader() throws Exception {
        assertThat(behindSparks(new ClusterManagers(application, false)))
                .singleElement()
                .isInstanceOf(ThisMachineScheduling.class);
    }

    @Test
    void onAClusterYarnIsTheGuardedOne() throws Exception {
        assertThat(behindSparks(new ClusterManagers(application, true)))
                .singleElement()
                .isInstanceOf(GuardedYarn.class);
    }

    @Test
    void withoutItYarnIsSparksOwn() {
        assertThat(forYarn(application)).singleElement().isExactlyInstanceOf(YarnClusterManager.class);
    }

    private static List<ExternalClusterManager> behindSparks(ClassLoader ours) throws IOException {
        try (URLClassLoader ofSpark = new URLClassLoader(new URL[0], ours)) {
            return forYarn(ofSpark);
        }
    }

    private static List<ExternalClusterManager> forYarn(ClassLoader loader) {
        return ServiceLoader.load(ExternalClusterManager.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .filter(manager -> manager.canCreate("yarn"))
                .toList();
    }
}
