package io.laguna.engines.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '#',
            textBlock =
                    """
                    --class a.B   --conf x=1  => --class|a.B|--conf|x=1
                    --conf 'a=b "c"'          => --conf|a=b "c"
                    "my \\"job\\" \\n"        => my "job" \\n
                    "a \\$b \\`c \\\\d"       => a $b `c \\d
                    x\\ y                     => x y
                    'a\\b'                    => a\\b
                    a'b'"c"                   => abc
                    -Da='b c' -Dd="e\\" f"    => -Da=b c|-Dd=e" f
                    a '' b                    => a||b
                    $HOME *                   => $HOME|*
                    """)
    void aLineIsSplitAsByAShellThatExpandsNothing(String line, String words) {
        assertThat(ShellWords.split("a line", line)).containsExactly(words.split("\\|", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void blanksAreNoWords(String line) {
        assertThat(ShellWords.split("a line", line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--name 'my job", "--name \"my job", "a'"})
    void aQuoteThatIsNotClosedIsRefused(String line) {
        assertThatThrownBy(() -> ShellWords.split("sparkSubmitParameters", line))
                .isInstanceOf(EngineFailure.class)
                .hasMessageStartingWith("sparkSubmitParameters has a ")
                .hasMessageContaining("not closed");
    }
}
