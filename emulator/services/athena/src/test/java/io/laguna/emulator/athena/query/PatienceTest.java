package io.laguna.emulator.athena.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.kit.EngineUnavailableException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();

    @Test
    void workIsTriedUntilTheStateAnswers() {
        failures.addAll(List.of(silence(), silence()));

        assertThat(patience.with(this::work)).isEqualTo("done");
    }

    @Test
    void anyOtherFailureIsNoneOfItsBusiness() {
        failures.add(new IllegalStateException("broken"));

        assertThatThrownBy(() -> patience.with(this::work)).hasMessage("broken");
    }

    @Test
    void itEndsWithTheService() {
        failures.add(silence());
        patience.end();

        assertThatThrownBy(() -> patience.with(this::work)).isInstanceOf(EngineUnavailableException.class);
    }

    private String work() {
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        return "done";
    }

    private static RuntimeException silence() {
        return new EngineUnavailableException("PostgreSQL does not answer", new IllegalStateException());
    }
}
