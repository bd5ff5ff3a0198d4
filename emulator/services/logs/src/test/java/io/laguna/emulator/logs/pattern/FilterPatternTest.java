package io.laguna.emulator.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of filter patterns, after AWS's own page on them. */
class FilterPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            textBlock =
                    """
            ERROR ~ [ERROR] 401: no ~ true
            ERROR ~ error 401 ~ false
            ERROR ARGUMENTS ~ ERROR: MISSING ARGUMENTS ~ true
            ERROR ARGUMENTS ~ ERROR: MISSING ~ false
            ?ERROR ?WARN ~ WARN: slow ~ true
            ?ERROR ?WARN ~ INFO: fine ~ false
            "INTERNAL SERVER ERROR" ~ [ERROR 500] INTERNAL SERVER ERROR ~ true
            "INTERNAL SERVER ERROR" ~ INTERNAL ERROR SERVER ~ false
            ERROR -ARGUMENTS ~ ERROR: no ~ true
            ERROR -ARGUMENTS ~ ERROR: ARGUMENTS ~ false
            %4[0-9]{2}% ~ status 404 ~ true
            %4[0-9]{2}% ~ status 200 ~ false
            { $.eventType = "UpdateTrail" } ~ {"eventType":"UpdateTrail"} ~ true
            { $.eventType = "UpdateTrail" } ~ {"eventType":"Other"} ~ false
            { $.eventType = "Update*" } ~ {"eventType":"UpdateTrail"} ~ true
            { $.eventType != "UpdateTrail" } ~ {"eventType":"Other"} ~ true
            { $.bandwidth > 75 } ~ {"bandwidth": 76.5} ~ true
            { $.bandwidth > 75 } ~ {"bandwidth": 75} ~ false
            { $.bandwidth >= 75 && $.host = "a" } ~ {"bandwidth": 75, "host": "a"} ~ true
            { $.bandwidth >= 75 && $.host = "a" } ~ {"bandwidth": 75, "host": "b"} ~ false
            { $.a = 1 || $.b = 2 && $.c = 3 } ~ {"a": 1} ~ true
            { ($.a = 1 || $.b = 2) && $.c = 3 } ~ {"a": 1} ~ false
            { $.user.ids[0] = 7 } ~ {"user": {"ids": [7, 8]}} ~ true
            { $.user.ids[*] = 8 } ~ {"user": {"ids": [7, 8]}} ~ true
            { $.a IS NULL } ~ {"a": null} ~ true
            { $.a IS NULL } ~ {} ~ false
            { $.a NOT EXISTS } ~ {} ~ true
            { $.a IS TRUE } ~ {"a": true} ~ true
            { $.a = 1 } ~ a = 1 ~ false
            """)
    void aPatternIsForSomeMessages(String pattern, String message, boolean matches) throws InvalidPatternException {
        assertThat(FilterPattern.of(pattern).matches(message)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"never ends",
                "[a, b]",
                "{ $.a }",
                "{ $.a > x }",
                "{ a = 1 }",
                "{ $.a = 1",
                "{ ($.a = 1 }",
                "%(%"
            })
    void whatIsNoPatternIsRefused(String pattern) {
        assertThatThrownBy(() -> FilterPattern.of(pattern)).isInstanceOf(InvalidPatternException.class);
    }
}
