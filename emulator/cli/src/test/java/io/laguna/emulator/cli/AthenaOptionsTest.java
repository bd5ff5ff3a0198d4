package io.laguna.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class AthenaOptionsTest {
    @Command
    private static final class Up {
        @Mixin
        private AthenaOptions athena;
    }

    @Test
    void theEngineGetsReadyInTheBackgroundUnlessSomebodySaysOtherwise() {
        assertThat(options()).returns(false, AthenaOptions::isAwaited).returns(true, AthenaOptions::isAhead);
    }

    @Test
    void theEngineIsAwaitedWhereItIsAskedFor() {
        assertThat(options("--athena")).returns(true, AthenaOptions::isAwaited).returns(true, AthenaOptions::isAhead);
    }

    @Test
    void theEngineIsLeftAloneWhereSomebodySaysSo() {
        assertThat(options("--no-athena"))
                .returns(false, AthenaOptions::isAwaited)
                .returns(false, AthenaOptions::isAhead);
    }

    private static AthenaOptions options(String... arguments) {
        Up up = new Up();
        new CommandLine(up).parseArgs(arguments);
        return up.athena;
    }
}
