package io.laguna.emulator.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceTest {
    @Test
    void aTraceLastsAsLongAsItsCall() {
        Optional<String> within = Trace.in(Optional.of("outer"), () -> {
            assertThatThrownBy(() -> Trace.in(Optional.of("inner"), () -> {
                        assertThat(Trace.current()).contains("inner");
                        throw new IllegalStateException("ends");
                    }))
                    .hasMessage("ends");
            return Trace.current();
        });

        assertThat(within).contains("outer");
        assertThat(Trace.current()).isEmpty();
    }

    @Test
    void whatIsNoHeaderIsNoTrace() {
        assertThat(Trace.in(Optional.of("a\nb"), Trace::current)).isEmpty();
        assertThat(Trace.in(Optional.of("x".repeat(3000)), Trace::current)).isEmpty();
    }
}
