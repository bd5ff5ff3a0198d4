package io.laguna.emulator.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./laguna env}: for {@code eval "$(./laguna env)"}. */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        description = {
            "Print the exports that point AWS clients at the lake that is up.",
            "Use it as: eval \"$(./laguna env)\""
        })
final class EnvCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Terminal terminal = new Terminal();
        ClientEnvironment.of(Home.workspace())
                .forEach((name, value) -> terminal.print("export " + name + "='" + value + "'"));
        return ExitCode.OK;
    }
}
