package io.laguna.emulator.cli;

import io.laguna.emulator.crawl.CrawlConfiguration;
import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.crawl.CrawlPlan;
import io.laguna.emulator.crawl.CrawlRequest;
import io.laguna.emulator.crawl.CrawlTarget;
import io.laguna.emulator.crawl.Recrawl;
import io.laguna.emulator.crawl.S3Path;
import io.laguna.emulator.crawl.run.Crawl;
import io.laguna.emulator.glue.crawler.work.S3Store;
import io.laguna.emulator.lake.LakeAddresses;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.engines.process.Workspace;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.CrawlerTargets;
import software.amazon.awssdk.services.glue.model.LastCrawlStatus;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code ./laguna crawl s3://bucket/folder}: the tables of a folder, made by a crawler on the lake that is up. */
@Command(
        name = "crawl",
        mixinStandardHelpOptions = true,
        description = {
            "Make tables of the files below a folder of S3, as a crawler of Glue makes them, on the lake that is up; print"
                    + " which tables they are, and why these.",
            "The crawler stays, so that the same command again takes up what has changed.",
            "Example: ./laguna crawl s3://mine/sales --database shop"
        })
final class CrawlCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 50;
    private static final int PARALLELISM = 4;

    @Parameters(paramLabel = "S3URI", description = "The folder: s3://bucket/folder.")
    private String path;

    @Option(
            names = "--database",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Where the tables go; it is made if it is missing (default: ${DEFAULT-VALUE}).")
    private String database;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Stands before the name of each table.")
    private String prefix;

    @Option(names = "--dry-run", description = "Print the tables, and make none.")
    private boolean isDry;

    @Spec
    private CommandSpec spec;

    private final Terminal terminal = new Terminal();

    @Override
    public Integer call() throws InterruptedException {
        S3Path folder = folder();
        Workspace workspace = Home.workspace();
        LakeAddresses addresses = RunningLake.find(workspace)
                .orElseThrow(() -> new CommandFailure("The lake is not up. Start it with ./laguna up."));
        LakeClients clients = LakeClients.of(addresses.endpoint(), workspace.state());
        try (S3Client s3 = clients.s3();
                GlueClient glue = clients.client(GlueClient.builder())) {
            FoundTables.print(look(s3, folder), terminal);
            if (isDry) {
                terminal.print("Nothing was written, for this is a dry run.");
            } else {
                crawl(glue, folder);
            }
        }
        return ExitCode.OK;
    }

    private S3Path folder() {
        try {
            return S3Path.of(path);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private CrawlPlan look(S3Client s3, S3Path folder) throws InterruptedException {
        CrawlRequest request = new CrawlRequest(
                name(folder),
                UUID.randomUUID().toString(),
                List.of(new CrawlTarget.S3Folder(folder, List.of(), OptionalInt.empty())),
                List.of(),
                prefix,
                CrawlConfiguration.DEFAULT,
                new Recrawl.Everything(),
                PARALLELISM);
        try {
            return new Crawl(new S3Store(s3)).run(request);
        } catch (CrawlFailedException e) {
            throw new CommandFailure(e.getMessage());
        }
    }

    private void crawl(GlueClient glue, S3Path folder) throws InterruptedException {
        String name = name(folder);
        make(glue, name);
        glue.startCrawler(start -> start.name(name));
        Crawler crawler = Interruption.during(
                () -> ended(glue, name), "Stopping the crawler.", () -> glue.stopCrawler(stop -> stop.name(name)));
        if (crawler.lastCrawl().status() != LastCrawlStatus.SUCCEEDED) {
            throw new CommandFailure(crawler.lastCrawl().statusAsString() + ": "
                    + crawler.lastCrawl().errorMessage());
        }
        glue.getCrawlerMetrics(get -> get.crawlerNameList(name))
                .crawlerMetricsList()
                .forEach(metrics -> terminal.print("In database " + database + ": " + metrics.tablesCreated()
                        + " tables created, " + metrics.tablesUpdated() + " updated, " + metrics.tablesDeleted()
                        + " deleted, in " + metrics.lastRuntimeSeconds() + " s, by the crawler " + name + "."));
    }

    private void make(GlueClient glue, String name) {
        CrawlerTargets targets = CrawlerTargets.builder()
                .s3Targets(S3Target.builder().path(path).build())
                .build();
        try {
            glue.createCrawler(create -> create.name(name)
                    .role("laguna-crawl")
                    .databaseName(database)
                    .tablePrefix(prefix)
                    .targets(targets));
        } catch (AlreadyExistsException e) {
            glue.updateCrawler(update ->
                    update.name(name).databaseName(database).tablePrefix(prefix).targets(targets));
        }
    }

    private static Crawler ended(GlueClient glue, String name) throws InterruptedException {
        while (true) {
            Crawler crawler = glue.getCrawler(get -> get.name(name)).crawler();
            if (crawler.state() == CrawlerState.READY) {
                return crawler;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Returns the crawler's name, the same for the same folder. */
    private static String name(S3Path folder) {
        String place = folder.bucket() + "/" + folder.prefix();
        String name = "laguna-crawl-" + place.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-+$", "");
        return name.substring(0, Math.min(255, name.length()));
    }
}
