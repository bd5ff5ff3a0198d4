package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"JobFlowId!", "MaxResults=1..100", "Size!=0..", "Depth=..-1", "Any=-5..5"})
    void aWordOfAnIndexIsReadAsItWasWritten(String word) {
        assertThat(MemberRule.ofWord(word).word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "MaxResults=1..100, 0, greater than or equal to 1",
        "MaxResults=1..100, -1, greater than or equal to 1",
        "MaxResults=1..100, 101, less than or equal to 100",
        "Size!=0.., -9223372036854775808, greater than or equal to 0"
    })
    void aNumberBeyondTheRangeBreaksTheRule(String word, long number, String constraint) {
        assertThat(MemberRule.ofWord(word).broken(number)).contains("Member must have value " + constraint);
    }

    @Test
    void aNumberWithinTheRangeBreaksNone() {
        assertThat(MemberRule.ofWord("MaxResults=1..100").broken(1)).isEmpty();
        assertThat(MemberRule.ofWord("MaxResults=1..100").broken(100)).isEmpty();
        assertThat(MemberRule.ofWord("Percent=0..100").broken(99.5)).isEmpty();
        assertThat(MemberRule.ofWord("Percent=0..100").broken(100.5)).isPresent();
    }

    @Test
    void notANumberBreaksEveryRange() {
        assertThat(MemberRule.ofWord("Percent=0..100").broken(Double.NaN)).isPresent();
    }
}
