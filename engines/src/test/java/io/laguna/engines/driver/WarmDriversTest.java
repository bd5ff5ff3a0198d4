package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.engines.process.S3Access;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmDriversTest {
    private static final String REGION = S3Access.REGION;

    @TempDir
    private Path folder;

    @Test
    void aDriverGetsReadyBesideAJobOnCoresThatAreFree() throws IOException {
        double[] free = {0};
        WarmDrivers reserve = reserve(free);
        try {
            reserve.tend(false);
            assertThat(reserve.running()).isZero();

            free[0] = 2;
            await().atMost(30, TimeUnit.SECONDS).until(() -> {
                reserve.tend(false);
                return reserve.ready() == 1;
            });
            assertThat(reserve.running()).isEqualTo(1);
        } finally {
            reserve.close();
        }
    }

    @Test
    void theReserveGrowsWithTheJobsThatAskedForIt() throws IOException {
        WarmDrivers reserve = reserve(new double[] {2});
        try {
            for (int job = 0; job < 3; job++) {
                assertThat(reserve.take(REGION)).isEmpty();
            }

            await().atMost(60, TimeUnit.SECONDS).until(() -> {
                reserve.tend(true);
                return reserve.ready() == 3;
            });
        } finally {
            reserve.close();
        }
        assertThat(reserve.running()).isZero();
    }

    private WarmDrivers reserve(double[] free) throws IOException {
        StandIn standIn = StandIn.in(folder);
        DriverJvm jvm = new DriverJvm(
                standIn.workspace(),
                new S3Access("http://127.0.0.1:1", "key", "secret"),
                "thrift://127.0.0.1:1",
                new NodeView(new NodeTree(standIn.workspace())));
        return new WarmDrivers(
                jvm, new DriverSettings("64m", 1, 1), () -> new Spare(free[0], OptionalLong.of(8L << 30)), () -> {});
    }
}
