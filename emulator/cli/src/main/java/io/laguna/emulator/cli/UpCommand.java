package io.laguna.emulator.cli;

import io.laguna.emulator.cli.log.LagunaLog;
import io.laguna.emulator.edge.EdgeConfiguration;
import io.laguna.emulator.lake.ClusterSettings;
import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.Trino;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./laguna up}: the lake stays until {@code ./laguna down}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start the lake and leave it running in the background.")
final class UpCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(UpCommand.class);
    private static final long DEADLINE_SECONDS = 120;
    private static final long POLL_MILLIS = 50;

    @Mixin
    private LakeOptions options;

    @Mixin
    private GuardOptions guard;

    @Mixin
    private DriverOptions drivers;

    @Mixin
    private ClusterOptions cluster;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = LakeSettings.LOOPBACK,
            description = "The address the endpoint binds (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--auth",
            paramLabel = "open|keys",
            defaultValue = "open",
            description = {
                "open: any credentials are taken (default).",
                "keys: requests must be signed with a key of .laguna/credentials."
            })
    private AuthenticationMode authentication;

    @Option(
            names = "--open-beyond-loopback",
            description = "Take any credentials from other machines too, when --host is not this machine alone.")
    private boolean openBeyondLoopback;

    @Mixin
    private NeighbourOptions neighbours;

    @Mixin
    private AthenaOptions athena;

    @Option(
            names = "--watch",
            paramLabel = "BUCKET",
            split = ",",
            defaultValue = "${env:LAGUNA_WATCH:-}",
            description = "Buckets in whose folders a file that comes by hand is an event too, as if it had been put"
                    + " (default: LAGUNA_WATCH, or none).")
    private List<String> watched = List.of();

    @Option(names = "--foreground", description = "Stay in the foreground; Ctrl-C stops the lake.")
    private boolean foreground;

    @Spec
    private CommandSpec spec;

    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = Home.workspace();
        Optional<LakeAddresses> running = RunningLake.find(workspace);
        if (running.isPresent()) {
            terminal.print("The lake is up already.");
            print(running.get());
            return ExitCode.OK;
        }
        FreeSpace.check(workspace);
        if (isAthenaHere()) {
            checkAthena();
        }
        return foreground ? serve(workspace) : startInBackground(workspace);
    }

    /** Tells whether Athena's engine is this machine's, and not one of a cluster that is there. */
    private boolean isAthenaHere() {
        return cluster.settings().flatMap(ClusterSettings::trino).isEmpty();
    }

    /**
     * Checks the JDK of Athena's engine, to report at once what the first query would report after everything has
     * started.
     */
    private void checkAthena() {
        try {
            Trino.requireJava();
        } catch (EngineFailure e) {
            if (athena.isAwaited()) {
                throw e;
            }
            terminal.print("Athena's queries will fail, all else works: " + e.getMessage());
        }
    }

    private int serve(Workspace workspace) throws InterruptedException {
        LagunaLog.to(workspace.log("laguna"));
        LakeSettings settings = new LakeSettings(
                options.ports(EdgeConfiguration.DEFAULT_PORT),
                host,
                authentication == AuthenticationMode.KEYS,
                openBeyondLoopback,
                guard.settings(),
                drivers.settings(),
                cluster.settings(),
                neighbours.address(),
                watched.stream()
                        .map(String::strip)
                        .filter(bucket -> !bucket.isEmpty())
                        .collect(Collectors.toSet()));
        Lake lake = Lake.start(
                settings.cluster().isPresent() ? workspace.onCluster() : workspace,
                settings,
                (name, elapsed) -> terminal.print("  " + name + " ready after " + Terminal.seconds(elapsed)));
        if (athena.isAwaited()) {
            startAthena(lake);
        }
        return Interruption.during(
                () -> {
                    lake.publishAddresses();
                    LOG.info("The lake is up: {}", lake.addresses());
                    print(lake.addresses());
                    warmAthena(lake);
                    new CountDownLatch(1).await();
                    return ExitCode.OK;
                },
                "Stopping the lake; everything is kept.",
                lake::close);
    }

    /** Gets Athena's engine ready in the background, where it can run at all. */
    private void warmAthena(Lake lake) {
        if (!isAthenaHere() || !athena.isAhead()) {
            return;
        }
        try {
            Trino.requireJava();
            lake.warmAthena();
        } catch (EngineFailure e) {
            LOG.warn("Athena's engine is not warmed up: {}", e.getMessage());
        }
    }

    private static void startAthena(Lake lake) {
        try {
            lake.startAthena();
        } catch (EngineFailure e) {
            lake.close();
            throw e;
        }
    }

    private int startInBackground(Workspace workspace) throws IOException, InterruptedException {
        Files.createDirectories(workspace.logs());
        Path printed = workspace.log("up");
        Process process = new ProcessBuilder(foregroundCommand(workspace))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (System.nanoTime() < end) {
            Optional<LakeAddresses> addresses =
                    LakeAddresses.of(workspace.state()).filter(found -> found.processId() == process.pid());
            if (addresses.isPresent()) {
                Files.readAllLines(printed).stream()
                        .filter(line -> line.contains("ready after"))
                        .forEach(terminal::print);
                print(addresses.get());
                return ExitCode.OK;
            }
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new CommandFailure(
                        "The lake did not start:\n" + Files.readString(printed).strip());
            }
        }
        process.destroy();
        throw new CommandFailure(
                "The lake was not ready after " + DEADLINE_SECONDS + " s. Its log: " + workspace.log("laguna"));
    }

    /**
     * Returns the command line of this process, run by the same JVM in a session of its own, so that the terminal may
     * close.
     */
    private List<String> foregroundCommand(Workspace workspace) {
        List<String> words = new ArrayList<>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dlaguna.home=" + workspace.home(),
                "-cp",
                System.getProperty("java.class.path"),
                Laguna.class.getName()));
        words.addAll(spec.root().commandLine().getParseResult().originalArgs());
        words.add("--foreground");
        return words;
    }

    private void print(LakeAddresses addresses) {
        terminal.print("");
        terminal.print("  AWS endpoint    " + addresses.endpoint() + "   (buckets are the folders of zones/)");
        terminal.print("  Hive Metastore  " + addresses.metastore());
        terminal.print("  MySQL source    " + addresses.mysql() + "/covid   (covid_reader / covid_reader)");
        terminal.print("");
        terminal.print(
                "eval \"$(./laguna env)\" points AWS clients at it; ./laguna demo runs on it; ./laguna down stops it.");
    }
}
