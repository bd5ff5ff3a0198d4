package io.laguna.emulator.cli;

import io.laguna.engines.driver.DriverSettings;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for the number and the size of a lake's Spark drivers. */
final class DriverOptions {
    @Option(
            names = "--driver-memory",
            paramLabel = "SIZE",
            defaultValue = "${env:LAGUNA_DRIVER_MEMORY:-2g}",
            description = "Heap of a Spark driver that asks for no other (default: LAGUNA_DRIVER_MEMORY, or 2g).")
    private String memory;

    @Option(
            names = "--warm-drivers",
            paramLabel = "N",
            defaultValue = "${env:LAGUNA_WARM_DRIVERS:-1}",
            description =
                    "Drivers kept ready, about 550 MB each; after several jobs there are more for some minutes, up"
                            + " to 8, if the machine can spare it; 0 for none (default: LAGUNA_WARM_DRIVERS, or 1).")
    private int warm;

    @Option(
            names = "--concurrent-drivers",
            paramLabel = "N",
            description =
                    "Drivers that run at once, others wait (default: as many as the machine has cores, at least 2; those"
                            + " that have waited some seconds begin too, up to 20, if the machine has memory for them).")
    private Optional<Integer> concurrent = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    DriverSettings settings() {
        if (!memory.matches("\\d+[kKmMgG]")) {
            throw new ParameterException(spec.commandLine(), "--driver-memory has to be like 2g or 1536m");
        }
        if (warm < 0 || concurrent.filter(number -> number < 1).isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--warm-drivers has to be at least 0, --concurrent-drivers at least 1");
        }
        return concurrent
                .map(number -> new DriverSettings(memory, warm, number))
                .orElseGet(() -> new DriverSettings(
                        memory, warm, DriverSettings.DEFAULT.concurrent(), DriverSettings.DEFAULT.most()));
    }
}
