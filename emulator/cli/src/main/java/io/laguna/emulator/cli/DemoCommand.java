package io.laguna.emulator.cli;

import io.laguna.pipelines.profile.ProfileFile;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./laguna demo}: the COVID-19 pipeline from case files to the report, on this machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Take COVID-19 cases and population figures through the raw, trusted and refined zones, and report.",
            "Uses the lake that is up, or starts one for as long as it works. The same as: run covid --profile local."
        })
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private CaseOptions caseOptions;

    @Mixin
    private LakeOptions lakeOptions;

    @Option(names = "--keep", description = "Leave the lake up afterwards: query its tables, look into its zones.")
    private boolean keep;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ProfileFile profile = Profiles.read("local");
        CaseSource cases = caseOptions.source(spec);
        if (keep) {
            int up = Laguna.commandLine().execute(lakeOptions.words("up"));
            if (up != ExitCode.OK) {
                return up;
            }
        }
        new CovidCommand(profile, Optional.empty(), cases, caseOptions.driverMemory()).run(lakeOptions.ports(0));
        return ExitCode.OK;
    }
}
