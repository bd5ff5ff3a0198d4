package io.laguna.engines.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildEnvironmentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "AWS_PROFILE",
                "AWS_DEFAULT_PROFILE",
                "AWS_REGION",
                "AWS_ROLE_ARN",
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
                "AWS_ENDPOINT_URL",
                "AWS_ENDPOINT_URL_S3",
                "AWS_USE_FIPS_ENDPOINT",
                "AWS_CA_BUNDLE",
                "LAGUNA_DATABASE_PASSWORD",
                "SOME_TOKEN"
            })
    void nothingOfTheCallersAccountsAndSecretsIsInherited(String name) {
        assertThat(ChildEnvironment.of(Map.of(name, "theirs"), Map.of())).isEqualTo(ChildEnvironment.NO_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "HOME", "LC_ALL", "TZ", "JDK_JAVA_OPTIONS", "HTTPS_PROXY", "PYENV_VERSION"})
    void programsFindTheirMachine(String name) {
        assertThat(ChildEnvironment.of(Map.of(name, "this"), Map.of())).containsEntry(name, "this");
    }

    @Test
    void filesOfTheHomeAreNamedAwayAndAProcesssOwnVariablesAreOverAll() {
        Map<String, String> callers = Map.of("AWS_CONFIG_FILE", "/home/somebody/.aws/config", "PATH", "/usr/bin");

        assertThat(ChildEnvironment.of(callers, Map.of())).containsEntry("AWS_CONFIG_FILE", "/dev/null");
        assertThat(ChildEnvironment.of(callers, Map.of("AWS_CONFIG_FILE", "/own", "PATH", "/bin")))
                .containsEntry("AWS_CONFIG_FILE", "/own")
                .containsEntry("PATH", "/bin");
    }
}
