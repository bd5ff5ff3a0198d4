package io.laguna.emulator.edge.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardSettingsTest {
    @Test
    void nothingIsAllowedUnlessSomebodySaysSo() {
        assertThat(GuardSettings.STRICT.hosts()).isEmpty();
        assertThat(GuardSettings.STRICT.origins()).isEmpty();
        assertThat(GuardSettings.of(List.of("", " "), List.of(""))).isEqualTo(GuardSettings.STRICT);
    }

    @Test
    void settingsAreComparedWithoutCaseAndBlanks() {
        GuardSettings settings = GuardSettings.of(List.of(" Laguna"), List.of("HTTP://LocalHost:3000/ "));

        assertThat(settings.hosts()).containsExactly("laguna");
        assertThat(settings.origins()).containsExactly("http://localhost:3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.example", "http://lake.example", "lake:4566", "lake.", ".lake", "a b"})
    void aHostIsAName(String host) {
        assertThatThrownBy(() -> GuardSettings.of(List.of(host), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LAGUNA_ENDPOINT_HOSTS has \"" + host + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "localhost:3000", "http://*.example", "http://a.example/page", "http://"})
    void anOriginIsASchemeAndAHost(String origin) {
        assertThatThrownBy(() -> GuardSettings.of(List.of(), List.of(origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LAGUNA_ORIGINS has \"" + origin + "\"");
    }
}
