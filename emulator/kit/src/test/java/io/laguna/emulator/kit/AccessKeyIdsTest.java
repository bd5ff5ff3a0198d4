package io.laguna.emulator.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeyIdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"000000000000", "000000000001", "123456789012", "999999999999"})
    void aTemporaryKeyCarriesItsAccount(String account) {
        String key = AccessKeyIds.temporary(account, new SecureRandom());

        assertThat(key).matches("ASIA[A-Z2-7]{16}");
        assertThat(AccessKeyIds.account(key)).contains(account);
    }

    /** The key is one of AWS's own, as published with its account. */
    @Test
    void theAccountIsWhereAwsHasIt() {
        assertThat(AccessKeyIds.account("ASIAQNZGKIQY56JQ7WML")).contains("029608264753");
    }

    @Test
    void otherKeysNameNoAccount() {
        assertThat(AccessKeyIds.account("test")).isEmpty();
        assertThat(AccessKeyIds.account("AKIAIOSFODNN7EXAMPLE")).isEmpty();
        assertThat(AccessKeyIds.account("1234567890123")).isEmpty();
    }
}
