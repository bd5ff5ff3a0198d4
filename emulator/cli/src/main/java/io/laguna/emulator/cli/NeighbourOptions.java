package io.laguna.emulator.cli;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option for another emulator, which answers for the services that Laguna does not have. */
final class NeighbourOptions {
    @Option(
            names = "--neighbours",
            paramLabel = "URL",
            defaultValue = "${env:LAGUNA_NEIGHBOURS:-}",
            description = "Forward the calls of services that Laguna does not have to another emulator, such as"
                    + " http://127.0.0.1:5000 (default: LAGUNA_NEIGHBOURS, or answer them with 501).")
    private String neighbours = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    Optional<URI> address() {
        if (neighbours.isBlank()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(neighbours.strip());
            if (address.getHost() != null && neighbours.strip().matches("(?i)https?://.*")) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--neighbours is no URL: " + e.getMessage(), e);
        }
        throw new ParameterException(
                spec.commandLine(), "--neighbours is a URL like http://127.0.0.1:5000, not " + neighbours);
    }
}
