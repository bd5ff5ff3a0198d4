package io.laguna.emulator.lambda.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineageTest {
    private static final String ONE = "arn:aws:lambda:us-east-1:000000000000:function:one";
    private static final String TWO = "arn:aws:lambda:us-east-1:000000000000:function:two";
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private static Lineage after(int invocations, String function) {
        Lineage lineage = Lineage.of(Optional.empty());
        for (int i = 0; i < invocations; i++) {
            lineage = Lineage.of(Optional.of(lineage.with(function).trace(NOW)));
        }
        return lineage;
    }

    @Test
    void theSixteenthInvocationIsTheLast() {
        assertThat(after(15, ONE).isLoop(ONE)).isFalse();
        assertThat(after(16, ONE).isLoop(ONE)).isTrue();
        assertThat(after(16, ONE).isLoop(TWO)).isFalse();
    }

    @Test
    void aTraceKeepsItsRootAndItsFunctions() {
        String first = after(0, ONE).with(ONE).trace(NOW);
        String second = Lineage.of(Optional.of(first)).with(TWO).trace(NOW);

        assertThat(first).matches("Root=1-695645a0-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0;Lineage=[0-9a-f]{8}:1");
        assertThat(second).startsWith(first.substring(0, first.indexOf(";"))).matches(".*Lineage=.{8}:1\\|.{8}:1");
        assertThat(Lineage.of(Optional.of(second.replace("|", "%7C"))))
                .as("as Python's SDK sends it")
                .isEqualTo(Lineage.of(Optional.of(second)));
    }

    @Test
    void messagesTogetherHaveTheLongestLineageOfEachFunction() {
        Lineage both = Lineage.of(List.of(after(3, ONE), after(16, TWO), after(5, ONE)));

        assertThat(both.counts().values()).containsExactlyInAnyOrder(5, 16);
        assertThat(both.isLoop(TWO)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Self=x",
                "Root=1",
                "Lineage=",
                "Lineage=x:1",
                "Lineage=0000000g:1",
                "Lineage=00000000:999999"
            })
    void whatIsNoLineageIsNone(String trace) {
        assertThat(Lineage.of(Optional.of(trace))).isEqualTo(Lineage.of(Optional.empty()));
    }
}
