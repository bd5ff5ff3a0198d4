package io.laguna.emulator.lake;

import io.laguna.emulator.edge.mount.Mount;
import io.laguna.emulator.glue.Catalog;
import io.laguna.emulator.glue.Glue;
import io.laguna.emulator.glue.connection.ConnectionSettings;
import io.laguna.emulator.glue.connection.Connections;
import io.laguna.emulator.glue.crawler.Crawlers;
import io.laguna.emulator.glue.crawler.work.CrawlSettings;
import io.laguna.emulator.glue.event.CrawlEvents;
import io.laguna.emulator.glue.job.Jobs;
import io.laguna.emulator.glue.job.RunSettings;
import io.laguna.emulator.glue.workflow.Workflows;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.engines.server.HiveMetastore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Glue on the lake's metastore: its catalog, jobs, connections, crawlers and workflows. */
final class LakeGlue {
    private final CompletableFuture<Glue> opening;
    private final LakeService<GlueClient> glue;

    /**
     * The services that Glue's parts call for a caller.
     *
     * @param s3 a client by HTTP, for the catalog's own
     */
    record Neighbours(
            S3Client s3,
            Function<Caller, S3Client> buckets,
            Function<Caller, CloudWatchLogsClient> logs,
            Function<Caller, SqsClient> queues) {}

    /**
     * Begins to open Glue.
     *
     * @param jobs where jobs keep files of their own
     */
    LakeGlue(
            CompletableFuture<State> state,
            LakeEngines engines,
            Path jobs,
            RunSettings runs,
            ConnectionSettings connecting,
            Neighbours neighbours) {
        this.opening = state.thenCombine(engines.catalogReady(), (opened, ready) -> {
            Connections connections = new Connections(opened, connecting, Clock.systemUTC());
            return Glue.open(
                    Catalog.open(
                            URI.create(engines.metastore().address()),
                            engines.postgresql().database(HiveMetastore.DATABASE),
                            engines.postgresql().logCommand(),
                            opened,
                            neighbours.s3()),
                    Jobs.open(opened, runs, jobs),
                    connections,
                    Crawlers.open(
                            opened,
                            new CrawlSettings(
                                    this::client,
                                    neighbours.buckets(),
                                    connections,
                                    neighbours.logs(),
                                    neighbours.queues()),
                            new CrawlEvents()),
                    opened,
                    this::client);
        });
        this.glue = new LakeService<>(GlueClient.class, "glue", opening);
    }

    GlueClient client(Caller caller) {
        return glue.client(caller);
    }

    Workflows workflows() {
        return LakeEngines.join(opening).workflows();
    }

    /** Returns the place where drivers of jobs keep their bookmarks. */
    Mount bookmarks() {
        return new BookmarkMount(opening).mount();
    }

    LakeService<GlueClient> service() {
        return glue;
    }
}
