package io.laguna.emulator.emrserverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.emrserverless.model.ValidationException;

class WordsTest {
    @Test
    void wordsAreSeparatedByBlanks() {
        assertThat(Words.in("  --class a.B\n\t--conf x=1 ")).containsExactly("--class", "a.B", "--conf", "x=1");
        assertThat(Words.in(" ")).isEmpty();
    }

    @Test
    void quotesKeepWordsTogetherAsInAShell() {
        assertThat(Words.in("--conf 'a=b \"c\"' --name \"my \\\"job\\\" \\n\" x\\ y '' a'b'\"c\""))
                .containsExactly("--conf", "a=b \"c\"", "--name", "my \"job\" \\n", "x y", "", "abc");
    }

    @Test
    void aQuoteThatIsNotClosedIsRefused() {
        assertThatThrownBy(() -> Words.in("--name 'my job"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("not closed");
    }
}
