package io.laguna.emulator.crawl.classify;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.glue.model.Classifier;

/** Tests of classifiers that are none. */
class CustomClassifierTest {
    @ParameterizedTest
    @ValueSource(strings = {"id", "", "$.", "$[x]", "$..id", "$[?(@.id)]", "$.id()[", "$['x'"})
    void aPathHasFiveOperators(String path) {
        assertThatThrownBy(() -> CustomClassifier.of(Classifier.builder()
                        .jsonClassifier(json -> json.name("x").jsonPath(path))
                        .build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%{NOTHING:a}", "%{WORD:a}(", "%{LOOP:a}"})
    void aGrokPatternIsMadeOfKnownOnes(String pattern) {
        assertThatThrownBy(() -> grok(pattern, "LOOP x%{LOOP}")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ONE a\nONE b", "ONE"})
    void customPatternsAreANameAndAPatternEach(String custom) {
        assertThatThrownBy(() -> grok("%{WORD:a}", custom)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDelimiterIsNoQuote() {
        assertThatThrownBy(() -> CustomClassifier.of(Classifier.builder()
                        .csvClassifier(csv -> csv.name("x").delimiter(",").quoteSymbol(","))
                        .build()))
                .hasMessage("Delimiter and QuoteSymbol must be different characters.");
    }

    @Test
    void aTypeOfCsvExists() {
        assertThatThrownBy(() -> CustomClassifier.of(Classifier.builder()
                        .csvClassifier(csv ->
                                csv.name("x").customDatatypeConfigured(true).customDatatypes("MONEY"))
                        .build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CustomClassifier grok(String pattern, String custom) {
        return CustomClassifier.of(Classifier.builder()
                .grokClassifier(grok ->
                        grok.name("x").classification("x").grokPattern(pattern).customPatterns(custom))
                .build());
    }
}
