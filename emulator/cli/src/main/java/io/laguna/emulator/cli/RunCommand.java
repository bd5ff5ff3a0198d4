package io.laguna.emulator.cli;

import io.laguna.pipelines.profile.ProfileFile;
import io.laguna.pipelines.profile.Via;
import io.laguna.pipelines.sales.SalesFile;
import io.laguna.pipelines.sales.SalesFiles;
import io.laguna.pipelines.sales.SalesSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./laguna run covid} and {@code run sales}: a pipeline here or on AWS, as its profile says. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run a pipeline on this machine or on AWS, by the same calls; a profile says where.",
            "On AWS it makes what it needs, and costs money: see --dry-run. It ends what it made, also on Ctrl-C."
        })
final class RunCommand implements Callable<Integer> {
    private static final long SALES = 300_000;
    private static final long SEED = 2024;

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline: covid or sales.")
    private String pipeline;

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            defaultValue = "local",
            description = "local, docker, aws, or a file like theirs in profiles/ (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Option(
            names = "--via",
            paramLabel = "emr|emr-serverless",
            description = "The service that runs the jobs (default: what the profile says).")
    private Optional<String> via = Optional.empty();

    @Option(
            names = "--sales",
            paramLabel = "FILE",
            description =
                    "With sales: a CSV file to deliver instead of generated sales: id,product,quantity,price,date.")
    private Optional<Path> salesFile = Optional.empty();

    @Option(
            names = "--dry-run",
            description = "Print every call with its JSON, and what the run costs per hour on AWS; call nothing.")
    private boolean dryRun;

    @Mixin
    private CaseOptions caseOptions;

    @Mixin
    private LakeOptions lakeOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return switch (pipeline) {
            case "covid" -> covid();
            case "sales" -> sales();
            default -> throw new ParameterException(
                    spec.commandLine(), "There is no pipeline " + pipeline + ", only covid and sales");
        };
    }

    private int sales() {
        if (via.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--via goes with covid: jobs of sales are Glue's");
        }
        SalesCommand sales = new SalesCommand(Profiles.read(profile), deliveredSales());
        if (dryRun) {
            sales.dryRun();
        } else {
            sales.run(lakeOptions.ports(0));
        }
        return ExitCode.OK;
    }

    private SalesFiles deliveredSales() {
        CaseSource source = caseOptions.source(spec, SALES);
        if (!(source instanceof CaseSource.Sample sample)) {
            throw new ParameterException(spec.commandLine(), "--cases goes with covid; sales take --sales FILE");
        }
        return salesFile
                .map(path -> {
                    if (!Files.isReadable(path)) {
                        throw new ParameterException(spec.commandLine(), "There is no file " + path);
                    }
                    return (SalesFiles) new SalesFile(path);
                })
                .orElseGet(() -> new SalesSample(sample.rows(), SEED));
    }

    private int covid() throws IOException {
        if (salesFile.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--sales goes with the pipeline sales");
        }
        Optional<Via> service = via.map(word -> Via.of(word)
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), "--via has to be one of " + Via.words())));
        CaseSource cases = caseOptions.source(spec);
        if (dryRun && cases instanceof CaseSource.Soda) {
            throw new ParameterException(
                    spec.commandLine(), "--dry-run goes with files or the sample: what SODA gives has to be asked for");
        }
        ProfileFile file = Profiles.read(profile);
        CovidCommand covid = new CovidCommand(file, service, cases, caseOptions.driverMemory());
        if (dryRun) {
            covid.dryRun();
        } else {
            covid.run(lakeOptions.ports(0));
        }
        return ExitCode.OK;
    }
}
