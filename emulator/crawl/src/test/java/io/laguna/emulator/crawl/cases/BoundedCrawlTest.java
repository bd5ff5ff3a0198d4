package io.laguna.emulator.crawl.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.crawl.CrawlConfiguration;
import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.crawl.CrawlPlan;
import io.laguna.emulator.crawl.CrawlRequest;
import io.laguna.emulator.crawl.CrawlTarget;
import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.CrawledStore;
import io.laguna.emulator.crawl.Recrawl;
import io.laguna.emulator.crawl.S3Path;
import io.laguna.emulator.crawl.run.Crawl;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of how much a crawl reads, and of crawls of many files. */
class BoundedCrawlTest {
    private static final int MIB = 1 << 20;

    @Test
    void readsOneMebibyteOfATextHoweverLargeItIs() throws InterruptedException {
        MemoryStore store = new MemoryStore();
        store.put("d/a.csv", "id,name\n1,some words\n".repeat(2_000_000).getBytes(StandardCharsets.UTF_8));

        CrawlPlan plan = new Crawl(store).run(request(""));

        assertThat(store.bytesRead()).isEqualTo(MIB).isEqualTo(plan.bytesRead());
    }

    @Test
    void readsHeadAndFooterOfABinaryFile() throws InterruptedException {
        MemoryStore store = new MemoryStore();
        byte[] parquet = CaseFile.bytes("binary/two.parquet");
        byte[] large = new byte[40 * MIB + parquet.length];
        // The footer's places are of no interest for the schema.
        System.arraycopy(parquet, 0, large, 0, 4);
        System.arraycopy(parquet, 4, large, large.length - parquet.length + 4, parquet.length - 4);
        store.put("d/a.parquet", large);

        CrawlPlan plan = new Crawl(store).run(request(""));

        assertThat(plan.tables().get(0).input().parameters())
                .containsEntry("classification", "parquet")
                .containsEntry("recordCount", "1");
        assertThat(store.bytesRead()).isLessThan(MIB / 10);
    }

    @Test
    void looksAtTwentyThousandFilesInFiveHundredPartitions() throws InterruptedException {
        CrawlPlan plan = new Crawl(new ManyFiles(20_000, 500)).run(request(""));

        assertThat(plan.tables()).hasSize(1);
        assertThat(plan.tables().get(0).partitions()).hasSize(500);
        assertThat(plan.tables().get(0).input().parameters()).containsEntry("objectCount", "20000");
        assertThat(plan.files()).isEqualTo(20_000);
        assertThat(plan.folders()).hasSize(500).contains("s3://b/d/day=7/");
    }

    @Test
    void theSameCrawlChoosesTheSameSample() throws InterruptedException {
        CrawlPlan one = new Crawl(new ManyFiles(1_000, 10)).run(sampled("a"));
        CrawlPlan again = new Crawl(new ManyFiles(1_000, 10)).run(sampled("a"));
        CrawlPlan all = new Crawl(new ManyFiles(1_000, 10)).run(request("a"));

        assertThat(one.bytesRead()).isEqualTo(again.bytesRead()).isLessThan(all.bytesRead() / 10);
        assertThat(one.tables()).isEqualTo(again.tables());
    }

    @Test
    void anInterruptStopsIt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new Crawl(new ManyFiles(1_000, 10)).run(request("")))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void aFileThatIsDeletedMeanwhileIsNotInTheTable() throws InterruptedException {
        CrawlPlan plan = new Crawl(new Broken(new FileNotFoundException("gone"))).run(request(""));

        assertThat(plan.tables()).hasSize(1);
        assertThat(plan.tables().get(0).input().parameters()).containsEntry("objectCount", "9");
        assertThat(plan.decisions()).anyMatch(decision -> decision.reason().contains("deleted"));
    }

    @Test
    void aFileThatCannotBeReadFailsTheCrawl() {
        assertThatThrownBy(() -> new Crawl(new Broken(new IOException("no disk"))).run(request("")))
                .isInstanceOf(CrawlFailedException.class)
                .hasMessage("Cannot read s3://b/d/day=0/0.json: no disk");
    }

    /** Ten files, of which the first is not given. */
    private record Broken(IOException failure) implements CrawledStore {
        private static final ManyFiles FILES = new ManyFiles(10, 2);

        @Override
        public Iterator<CrawledObject> list(String bucket, String prefix) {
            return FILES.list(bucket, prefix);
        }

        @Override
        public InputStream open(CrawledObject object, long from, long length) throws IOException {
            if (object.key().endsWith("/0.json")) {
                throw failure;
            }
            return FILES.open(object, from, length);
        }
    }

    private static CrawlRequest request(String crawlId) {
        return request(crawlId, OptionalInt.empty());
    }

    private static CrawlRequest sampled(String crawlId) {
        return request(crawlId, OptionalInt.of(3));
    }

    private static CrawlRequest request(String crawlId, OptionalInt sample) {
        return new CrawlRequest(
                "crawler",
                crawlId,
                List.of(new CrawlTarget.S3Folder(S3Path.of("s3://b/d/"), List.of(), sample)),
                List.of(),
                "",
                CrawlConfiguration.DEFAULT,
                new Recrawl.Everything(),
                2);
    }

    /** Files of different sizes, which are made when they are read. */
    private record ManyFiles(int files, int folders) implements CrawledStore {
        @Override
        public Iterator<CrawledObject> list(String bucket, String prefix) {
            return IntStream.range(0, files)
                    .mapToObj(file -> {
                        String key = "d/day=" + file % folders + "/" + file + ".json";
                        return new CrawledObject(bucket, key, content(key).length, Instant.EPOCH, "");
                    })
                    .iterator();
        }

        private static byte[] content(String key) {
            return ("{\"id\":1,\"name\":\"" + key + "\"}\n")
                    .repeat(1 + Math.floorMod(key.hashCode(), 3))
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public InputStream open(CrawledObject object, long from, long length) {
            return new ByteArrayInputStream(content(object.key()), (int) from, (int) length);
        }
    }
}
