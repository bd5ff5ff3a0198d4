package io.laguna.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class NeighbourOptionsTest {
    @Command
    private static final class Up {
        @Mixin
        private NeighbourOptions neighbours;
    }

    private final Up up = new Up();
    private final CommandLine line = new CommandLine(up);

    @Test
    void withoutTheOptionNothingIsForwarded() {
        line.parseArgs();
        assertThat(up.neighbours.address()).isEmpty();
    }

    @Test
    void anUrlIsWhereCallsGo() {
        line.parseArgs("--neighbours", "http://127.0.0.1:5000");
        assertThat(up.neighbours.address()).contains(URI.create("http://127.0.0.1:5000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:5000", "ftp://here", "http://", "two words"})
    void whatIsNoUrlIsRefused(String text) {
        line.parseArgs("--neighbours", text);
        assertThatThrownBy(() -> up.neighbours.address())
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--neighbours");
    }
}
