package io.laguna.emulator.cli;

import io.laguna.emulator.edge.guard.GuardSettings;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for exceptions from the rule that no web page calls the endpoint. */
final class GuardOptions {
    @Option(
            names = "--endpoint-hosts",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "${env:LAGUNA_ENDPOINT_HOSTS:-}",
            description = "Names by which clients may call the endpoint, beside localhost and addresses (default:"
                    + " LAGUNA_ENDPOINT_HOSTS).")
    private List<String> hosts = List.of();

    @Option(
            names = "--origins",
            paramLabel = "ORIGIN",
            split = ",",
            defaultValue = "${env:LAGUNA_ORIGINS:-}",
            description = "Origins whose web pages may call the endpoint, such as http://localhost:3000 (default:"
                    + " LAGUNA_ORIGINS, or none).")
    private List<String> origins = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    GuardSettings settings() {
        try {
            return GuardSettings.of(hosts, origins);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
