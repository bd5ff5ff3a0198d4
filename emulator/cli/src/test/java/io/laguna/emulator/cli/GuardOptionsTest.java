package io.laguna.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.edge.guard.GuardSettings;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class GuardOptionsTest {
    @Command
    private static final class Up {
        @Mixin
        private GuardOptions guard;
    }

    @Test
    void nothingIsAllowedUnlessSomebodySaysSo() {
        assertThat(settings()).isEqualTo(GuardSettings.STRICT);
    }

    @Test
    void namesAndOriginsAreSeparatedByCommas() {
        GuardSettings settings = settings(
                "--endpoint-hosts", "laguna,lake.example", "--origins", "http://localhost:3000,http://localhost:5173");

        assertThat(settings.hosts()).containsExactlyInAnyOrder("laguna", "lake.example");
        assertThat(settings.origins()).containsExactlyInAnyOrder("http://localhost:3000", "http://localhost:5173");
    }

    /** The compose file writes the option like this when nobody sets more names. */
    @Test
    void aCommaWithNothingBehindItNamesNothing() {
        assertThat(settings("--endpoint-hosts", "laguna,").hosts()).containsExactly("laguna");
    }

    @Test
    void aWrongSettingIsAWrongUsage() {
        assertThatThrownBy(() -> settings("--origins", "*"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("LAGUNA_ORIGINS has \"*\"");
    }

    private static GuardSettings settings(String... arguments) {
        Up up = new Up();
        new CommandLine(up).parseArgs(arguments);
        return up.guard.settings();
    }
}
