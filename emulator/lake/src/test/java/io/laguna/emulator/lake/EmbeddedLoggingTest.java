package io.laguna.emulator.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.spi.SLF4JServiceProvider;

/** Tests of the log lines of a lake in another program, which chooses its own logger. */
class EmbeddedLoggingTest {
    @Test
    void noLoggerComesWithALake() {
        assertThat(ServiceLoader.load(SLF4JServiceProvider.class)).isEmpty();
    }
}
