package io.laguna.emulator.glue.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.glue.connection.ConnectionSettings;
import io.laguna.emulator.glue.connection.Connections;
import io.laguna.emulator.glue.crawler.work.CrawlSettings;
import io.laguna.emulator.glue.job.S3Files;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.logs.Logs;
import io.laguna.emulator.testkit.TurnedClock;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.engines.jdbc.JdbcProcess;
import io.laguna.engines.process.Workspace;
import io.laguna.wire.Rooms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;
import software.amazon.awssdk.services.glue.model.CrawlerHistoryState;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.s3.S3Client;

/** Schedules of crawlers, by a clock that the test turns. There is no catalog: each crawl fails, which the history tells. */
@ExtendWith(EngineLake.class)
class CrawlerTimerTest {
    private static final Caller CALLER = new Caller("210987654321", "eu-west-1");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EngineLake.Running engines;
    private final S3Client s3;
    private final TurnedClock clock = new TurnedClock();
    private final AtomicReference<Crawlers> opened = new AtomicReference<>();

    CrawlerTimerTest(EngineLake.Running engines) {
        this.engines = engines;
        this.s3 = engines.s3();
    }

    @Test
    void timesThatHavePassedWhileLagunaWasDownAreOneCrawl() {
        open();
        create("daily", "cron(0 12 * * ? *)");
        assertThat(crawls()).isEmpty();
        opened.get().close();

        clock.forward(Duration.ofDays(3));
        open();
        await().atMost(PATIENCE).until(() -> ended() == 1);
        opened.get().close();

        open();
        clock.forward(Duration.ofDays(1));
        // Any change of a schedule makes the timer look at its clock.
        create("other", "");
        await().atMost(PATIENCE).until(() -> ended() == 2);
        opened.get().close();
    }

    private void create(String name, String schedule) {
        glue(CALLER).createCrawler(create -> create.name(name)
                .role("role")
                .databaseName("nowhere")
                .schedule(schedule)
                .targets(targets ->
                        targets.s3Targets(S3Target.builder().path("s3://none/x").build())));
    }

    private long ended() {
        return crawls().stream()
                .filter(crawl -> crawl.state() == CrawlerHistoryState.FAILED)
                .count();
    }

    private List<CrawlerHistory> crawls() {
        return glue(CALLER).listCrawls(list -> list.crawlerName("daily")).crawls();
    }

    private GlueClient glue(Caller caller) {
        return Rooms.of(GlueClient.class, opened.get().rooms(caller)).client();
    }

    private void open() {
        Logs logs = Logs.open(engines.state());
        Function<Caller, CloudWatchLogsClient> logsOf = caller ->
                Rooms.of(CloudWatchLogsClient.class, logs.rooms(caller)).client();
        Workspace workspace = Workspace.of(Path.of(System.getProperty("laguna.home")), engines.folder("jdbc"));
        Connections connections = new Connections(
                engines.state(),
                new ConnectionSettings(
                        Seal.keptIn(engines.folder("seal")),
                        new JdbcProcess(workspace),
                        new S3Files(s3),
                        caller -> {
                            throw new AssertionError("A crawl of S3 needs no secret");
                        },
                        this::glue,
                        logsOf,
                        engines.folder("drivers")),
                clock);
        opened.set(Crawlers.open(
                engines.state(),
                new CrawlSettings(this::glue, caller -> s3, connections, logsOf, caller -> {
                    throw new AssertionError("A crawl without events needs no queue");
                }),
                CrawlListener.NONE,
                clock));
    }
}
