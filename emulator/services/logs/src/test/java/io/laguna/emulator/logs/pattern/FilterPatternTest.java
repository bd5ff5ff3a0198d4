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
            [level, code] ~ ERROR 7 ~ true
            [level, code] ~ ERROR ~ false
            [w1=ERROR, w2] ~ ERROR the disk is full ~ true
            [w1=ERROR, w2] ~ WARN the disk is full ~ false
            [w1!=ERROR && w1!=WARN, w2] ~ INFO fine ~ true
            [w1!=ERROR && w1!=WARN, w2] ~ WARN full ~ false
            [w1=ERROR || w1=WARN, w2] ~ WARN full ~ true
            [w1=ERROR || w1=WARN, w2] ~ INFO full ~ false
            [ip, user, name, time, request=*.html*, status=4*, bytes] ~ 127.0.0.1 - ana [10/Oct/2026:13:55:36] "GET /a.html HTTP/1.0" 404 1534 ~ true
            [ip, user, name, time, request=*.html*, status=4*, bytes] ~ 127.0.0.1 - ana [10/Oct/2026:13:55:36] "GET /a.gif HTTP/1.0" 404 1534 ~ false
            [..., status=4*, bytes > 1000] ~ 127.0.0.1 - ana [10/Oct/2026:13:55:36] "GET /a.html" 404 1534 ~ true
            [..., status=4*, bytes > 1000] ~ 127.0.0.1 - ana [10/Oct/2026:13:55:36] "GET /a.html" 404 999 ~ false
            [ip=%127\\.0\\.0\\.[1-9]%, ...] ~ 127.0.0.1 - ana ~ true
            [ip=%127\\.0\\.0\\.[1-9]%, ...] ~ 10.0.0.1 - ana ~ false
            """)
    void aPatternIsForSomeMessages(String pattern, String message, boolean matches) throws InvalidPatternException {
        assertThat(FilterPattern.of(pattern).matches(message)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"never ends",
                "[a, b",
                "[a b]",
                "[a, ..., b, ...]",
                "[a > x]",
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
