package io.laguna.emulator.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.spi.SLF4JServiceProvider;

/** The log lines of a lake in somebody else's program, whose logger is that program's to choose. */
class EmbeddedLoggingTest {
    @Test
    void noLoggerComesWithALake() {
        assertThat(ServiceLoader.load(SLF4JServiceProvider.class)).isEmpty();
    }
}
