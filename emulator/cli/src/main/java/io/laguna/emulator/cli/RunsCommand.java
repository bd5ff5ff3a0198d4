package io.laguna.emulator.cli;

import io.laguna.emulator.cli.runs.EmrRuns;
import io.laguna.emulator.cli.runs.GlueRuns;
import io.laguna.emulator.cli.runs.QueryRuns;
import io.laguna.emulator.cli.runs.RunLine;
import io.laguna.emulator.cli.runs.RunList;
import io.laguna.emulator.cli.runs.RunSource;
import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.prices.JobRunPrice;
import io.laguna.emulator.prices.PriceTable;
import io.laguna.emulator.prices.QueryPrice;
import io.laguna.engines.process.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.glue.GlueClient;

/** {@code ./laguna runs}: what has run on the lake that is up, and what runs. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = {
            "List the runs of the lake that is up, the latest last: jobs, crawls and workflows of Glue, steps of EMR, job"
                    + " runs of EMR Serverless, queries of Athena. Each with its state, how long it took, what it would"
                    + " have cost on AWS where that is known, and the reason of a failure.",
            "Example: ./laguna runs --follow --kind JOBS,WORKFLOWS"
        })
final class RunsCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 1000;

    /** A kind of runs. */
    enum Kind {
        JOBS,
        CRAWLS,
        WORKFLOWS,
        STEPS,
        SERVERLESS,
        QUERIES
    }

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with a line for every run that begins or changes its state, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            defaultValue = "20",
            description = "How many runs to list (default: ${DEFAULT-VALUE}).")
    private int last;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Which kinds: ${COMPLETION-CANDIDATES} (default: all).")
    private List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));

    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws InterruptedException {
        Workspace workspace = Home.workspace();
        LakeAddresses addresses = RunningLake.find(workspace)
                .orElseThrow(() -> new CommandFailure("The lake is not up. Start it with ./laguna up."));
        LakeClients clients = LakeClients.of(addresses.endpoint(), workspace.state());
        PriceTable prices = QueryPrinter.prices(workspace);
        try (GlueClient glue = clients.client(GlueClient.builder());
                EmrClient emr = clients.client(EmrClient.builder());
                EmrServerlessClient serverless = clients.client(EmrServerlessClient.builder());
                AthenaClient athena = clients.client(AthenaClient.builder())) {
            GlueRuns ofGlue = new GlueRuns(glue, JobRunPrice.of(prices));
            EmrRuns ofEmr = new EmrRuns(emr, serverless, prices);
            Map<Kind, RunSource> sources = new EnumMap<>(Kind.class);
            sources.put(Kind.JOBS, ofGlue::jobs);
            sources.put(Kind.CRAWLS, ofGlue::crawls);
            sources.put(Kind.WORKFLOWS, ofGlue::workflows);
            sources.put(Kind.STEPS, ofEmr::steps);
            sources.put(Kind.SERVERLESS, ofEmr::jobRuns);
            sources.put(Kind.QUERIES, new QueryRuns(athena, QueryPrice.of(prices))::queries);
            list(new RunList(kinds.stream().distinct().map(sources::get).toList()));
        }
        return ExitCode.OK;
    }

    private void list(RunList runs) throws InterruptedException {
        List<List<String>> rows = runs.latest(last).stream().map(RunLine::cells).toList();
        if (rows.isEmpty()) {
            terminal.print("Nothing has run yet.");
        } else {
            new TextTable(RunLine.COLUMNS, RunLine.TYPES, rows).lines().forEach(terminal::print);
        }
        while (follow) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            runs.changed()
                    .forEach(
                            run -> terminal.print(String.join("  ", run.cells()).stripTrailing()));
        }
    }
}
