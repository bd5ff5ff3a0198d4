package io.laguna.engines.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessMemoryTest {
    @Test
    void thisProcessHoldsMoreThanASmallChild() {
        ChildProcess child = ChildProcess.start(
                ChildProcess.Command.of(List.of("sleep", "60"), Map.of()), Redirect.DISCARD, Redirect.DISCARD);
        try {
            // A process has no figure while it becomes another program.
            await().until(() -> child.memory().isPresent());
            assertThat(child.memory().getAsLong())
                    .isPositive()
                    .isLessThan(ProcessMemory.own().orElseThrow());
        } finally {
            child.stop();
        }
        assertThat(child.memory()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(ProcessMemory.sum(List.of(OptionalLong.of(2), OptionalLong.empty(), OptionalLong.of(3))))
                .hasValue(5);
        assertThat(ProcessMemory.sum(List.of(OptionalLong.empty()))).isEmpty();
    }
}
