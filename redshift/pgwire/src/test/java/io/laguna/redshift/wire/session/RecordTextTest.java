package io.laguna.redshift.wire.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests the reading of composite values in PostgreSQL's text. */
class RecordTextTest {
    @Test
    void readsValuesNullsAndQuotes() {
        assertThat(RecordText.values("(1,,\"\",\"a \"\"b\"\", (c)\",\"x\\\\y\",t)"))
                .isEqualTo(List.of(
                        Optional.of("1"),
                        Optional.empty(),
                        Optional.of(""),
                        Optional.of("a \"b\", (c)"),
                        Optional.of("x\\y"),
                        Optional.of("t")));
        assertThat(RecordText.values("()")).isEqualTo(List.of(Optional.empty()));
    }
}
