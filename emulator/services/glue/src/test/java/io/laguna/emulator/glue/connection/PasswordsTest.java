package io.laguna.emulator.glue.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "secret1 | no login as me/secret1@db | no login as me/***@db",
                "secret1 | password=secret1, again secret1 | password=***, again ***",
                "user | FATAL: no user useradmin, users | FATAL: no *** useradmin, users",
                "a | a database has no table a | a database has no table a",
                "a | jdbc:h2:x;PASSWORD=a;USER=abc | jdbc:h2:x;PASSWORD=***;USER=abc",
                "a | 'a' is wrong, for 'abc' | '***' is wrong, for 'abc'",
                "!p$1* | x!p$1*y | x***y",
                "`` | nothing to hide | nothing to hide"
            })
    void aPasswordIsMaskedAndOtherWordsAreNot(String password, String words, String shown) {
        assertThat(Passwords.masked(words, password)).isEqualTo(shown);
    }
}
