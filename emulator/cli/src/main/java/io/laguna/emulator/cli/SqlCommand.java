package io.laguna.emulator.cli;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code ./laguna sql "select …"}: a query of Athena's on the lake that is up. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = {
            "Run one SQL statement through Athena on the lake that is up; print its result, how long it took, how much it"
                    + " read and what that would cost on AWS.",
            "Example: ./laguna sql \"select department, sum(cases) from refined.department_daily group by 1\""
        })
final class SqlCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 50;
    private static final String DEFAULT_RESULTS =
            "aws-athena-query-results-" + Caller.DEFAULT_ACCOUNT + "-" + Caller.DEFAULT_REGION;

    @Parameters(arity = "0..1", paramLabel = "STATEMENT", description = "The statement; - reads standard input.")
    private Optional<String> statement = Optional.empty();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Read the statement from a file.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--workgroup",
            paramLabel = "NAME",
            defaultValue = "primary",
            description = "Who runs it (default: ${DEFAULT-VALUE}).")
    private String workGroup;

    @Option(
            names = "--database",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Of tables that name none (default: ${DEFAULT-VALUE}).")
    private String database;

    @Option(
            names = "--output-location",
            paramLabel = "S3URI",
            description = "Where the result goes, unless the workgroup says it (default:"
                    + " s3://aws-athena-query-results-…, which is made).")
    private Optional<String> location = Optional.empty();

    @Option(
            names = "--max-rows",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many rows to print (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Spec
    private CommandSpec spec;

    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws IOException, InterruptedException {
        String sql = sql();
        Workspace workspace = Home.workspace();
        LakeAddresses addresses = RunningLake.find(workspace)
                .orElseThrow(() -> new CommandFailure("The lake is not up. Start it with ./laguna up."));
        LakeClients clients = LakeClients.of(addresses.endpoint(), workspace.state());
        try (S3Client s3 = clients.s3();
                AthenaClient athena = clients.client(AthenaClient.builder())) {
            QueryExecution query = run(athena, s3, sql);
            if (query.status().state() != QueryExecutionState.SUCCEEDED) {
                throw new CommandFailure(
                        query.status().stateAsString() + ": " + query.status().stateChangeReason());
            }
            new QueryPrinter(athena, terminal, QueryPrinter.prices(workspace)).print(query, rows);
        }
        return ExitCode.OK;
    }

    private QueryExecution run(AthenaClient athena, S3Client s3, String sql) throws InterruptedException {
        StartQueryExecutionRequest.Builder request = StartQueryExecutionRequest.builder()
                .queryString(sql)
                .workGroup(workGroup)
                .queryExecutionContext(context -> context.database(database));
        results(athena, s3).ifPresent(place -> request.resultConfiguration(result -> result.outputLocation(place)));
        String id = athena.startQueryExecution(request.build()).queryExecutionId();
        return Interruption.during(
                () -> ended(athena, id),
                "Stopping the query.",
                () -> athena.stopQueryExecution(stop -> stop.queryExecutionId(id)));
    }

    private QueryExecution ended(AthenaClient athena, String id) throws InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            QueryExecution query =
                    athena.getQueryExecution(get -> get.queryExecutionId(id)).queryExecution();
            QueryExecutionState now = query.status().state();
            if (now != QueryExecutionState.QUEUED && now != QueryExecutionState.RUNNING) {
                return query;
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            terminal.status("  " + now + " " + seconds + " s");
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Returns the place of results when the workgroup has none of its own. */
    private Optional<String> results(AthenaClient athena, S3Client s3) {
        if (location.isPresent()) {
            return location;
        }
        boolean hasOwn = Optional.ofNullable(athena.getWorkGroup(get -> get.workGroup(workGroup))
                        .workGroup()
                        .configuration()
                        .resultConfiguration())
                .map(result -> result.outputLocation())
                .isPresent();
        if (hasOwn) {
            return Optional.empty();
        }
        boolean isThere = s3.listBuckets().buckets().stream()
                .anyMatch(bucket -> bucket.name().equals(DEFAULT_RESULTS));
        if (!isThere) {
            s3.createBucket(create -> create.bucket(DEFAULT_RESULTS));
        }
        return Optional.of("s3://" + DEFAULT_RESULTS + "/");
    }

    private String sql() throws IOException {
        if (statement.isPresent() == file.isPresent()) {
            throw new ParameterException(spec.commandLine(), "Give a statement, or --file, or - for standard input");
        }
        if (file.isPresent()) {
            return Files.readString(file.get());
        }
        return statement.get().equals("-") ? standardInput() : statement.get();
    }

    private static String standardInput() throws IOException {
        try (InputStream input = System.in) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
