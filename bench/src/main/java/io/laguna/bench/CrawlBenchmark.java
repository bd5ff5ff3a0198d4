package io.laguna.bench;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.LastCrawlStatus;
import software.amazon.awssdk.services.glue.model.S3Target;

/** The benchmark of crawls: seconds from StartCrawler until the crawler is seen READY, and the memory they take. */
public final class CrawlBenchmark {
    private static final int ROUNDS = 3;
    private static final long BETWEEN_LOOKS = 20;
    private static final int FILES_OF_A_PARTITION = 40;

    private final GlueSession session;
    private final Path bucket;
    private final Memory memory = new Memory(ProcessHandle.current().pid());

    private CrawlBenchmark(GlueSession session, Path bucket) {
        this.session = session;
        this.bucket = bucket;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("laguna.home"));
        Path folder = Files.createTempDirectory(home.resolve("bench/target/crawl"), "lake");
        Workspace workspace = Workspace.of(home, folder);
        System.out.println(
                "Seconds from StartCrawler until READY; the peak of Laguna's process and its heap afterwards");
        try (GlueSession session = new GlueSession(workspace, new DriverSettings("2g", 0, 2))) {
            session.s3().createBucket(create -> create.bucket(GlueSession.BUCKET));
            CrawlBenchmark benchmark =
                    new CrawlBenchmark(session, workspace.zones().resolve(GlueSession.BUCKET));
            benchmark.small();
            benchmark.growth(50);
            benchmark.growth(500);
        }
        // After a failure the logs stay.
        Tree.delete(folder);
    }

    private void small() throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            write("small" + round, 0, 1);
            seconds.add(crawl("small" + round));
        }
        line(
                "one small file",
                seconds.stream().map(CrawlBenchmark::text).toList() + ", median " + text(Figures.median(seconds)));
    }

    private void growth(int partitions) throws IOException, InterruptedException {
        String name = "grown" + partitions;
        for (int partition = 0; partition < partitions; partition++) {
            write(name, partition, FILES_OF_A_PARTITION);
        }
        memory.forgetPeak();
        double first = crawl(name);
        String what = String.format(
                Locale.ROOT, "%,d objects in %d partitions", partitions * FILES_OF_A_PARTITION, partitions);
        line(what, text(first) + ", " + memory.taken());
        memory.forgetPeak();
        line("the same again", text(crawl(name)) + ", " + memory.taken());
    }

    /** Writes objects as files: buckets are folders. */
    private void write(String table, int partition, int files) throws IOException {
        Path folder = Files.createDirectories(bucket.resolve(table).resolve("day=" + partition));
        for (int file = 0; file < files; file++) {
            Files.writeString(
                    folder.resolve(file + ".json"),
                    "{\"id\":" + file + ",\"name\":\"row " + partition + "\",\"amount\":1.5}\n".repeat(20));
        }
    }

    private double crawl(String name) throws InterruptedException {
        boolean isNew =
                session.glue().listCrawlers(list -> {}).crawlerNames().stream().noneMatch(name::equals);
        if (isNew) {
            session.glue().createCrawler(create -> create.name(name)
                    .role("bench")
                    .databaseName("bench")
                    .targets(targets -> targets.s3Targets(S3Target.builder()
                            .path("s3://" + GlueSession.BUCKET + "/" + name)
                            .build())));
        }
        long begun = System.nanoTime();
        session.glue().startCrawler(start -> start.name(name));
        Crawler crawler = session.glue().getCrawler(get -> get.name(name)).crawler();
        while (crawler.state() != CrawlerState.READY) {
            MILLISECONDS.sleep(BETWEEN_LOOKS);
            crawler = session.glue().getCrawler(get -> get.name(name)).crawler();
        }
        if (crawler.lastCrawl().status() != LastCrawlStatus.SUCCEEDED) {
            throw new IllegalStateException(
                    name + " has failed: " + crawler.lastCrawl().errorMessage());
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static String text(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static void line(String what, String value) {
        System.out.printf(Locale.ROOT, "  %-34s %s%n", what, value);
    }
}
