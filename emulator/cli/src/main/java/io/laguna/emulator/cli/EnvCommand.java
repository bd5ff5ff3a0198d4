package io.laguna.emulator.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./laguna env}: for {@code eval "$(./laguna env)"}. */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        description = {
            "Print the exports that point AWS clients at the lake that is up.",
            "Use it as: eval \"$(./laguna env)\""
        })
final class EnvCommand implements Callable<Integer> {
    @Option(
            names = "--terraform",
            description = {
                "Print the file that points Terraform's AWS provider at it.",
                "Use it as: ./laguna env --terraform > my-project/laguna_override.tf"
            })
    private boolean terraform;

    @Override
    public Integer call() {
        Terminal terminal = new Terminal();
        Map<String, String> variables = ClientEnvironment.of(Home.workspace());
        if (terraform) {
            terminal.print(TerraformOverride.of(variables));
        } else {
            variables.forEach((name, value) -> terminal.print("export " + name + "='" + value + "'"));
        }
        return ExitCode.OK;
    }
}
