package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.request.TagRules;
import io.laguna.emulator.glue.security.SecurityConfigurationRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.CrawlerState;
import software.amazon.awssdk.services.glue.model.CreateCrawlerRequest;
import software.amazon.awssdk.services.glue.model.CreateCrawlerResponse;
import software.amazon.awssdk.services.glue.model.DeleteCrawlerRequest;
import software.amazon.awssdk.services.glue.model.DeleteCrawlerResponse;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.RecrawlBehavior;
import software.amazon.awssdk.services.glue.model.UpdateCrawlerRequest;
import software.amazon.awssdk.services.glue.model.UpdateCrawlerResponse;

/**
 * The operations that make, change and delete crawlers.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-crawling.html">Crawlers</a>
 */
final class CrawlerDefinitions extends Room {
    private final Caller caller;
    private final State state;
    private final Crawls crawls;
    private final Function<Caller, GlueClient> glue;

    CrawlerDefinitions(Caller caller, State state, Crawls crawls, Function<Caller, GlueClient> glue) {
        this.caller = caller;
        this.state = state;
        this.crawls = crawls;
        this.glue = glue;
    }

    @Override
    public CreateCrawlerResponse createCrawler(CreateCrawlerRequest request) {
        new Constraints()
                .name("name", request.name())
                .present("role", request.role())
                .present("targets", request.targets())
                .length("role", request.role(), 0, 2048)
                .check();
        TagRules.check(request.tags());
        Crawler empty = Crawler.builder()
                .state(CrawlerState.READY)
                .version(1L)
                .crawlElapsedTime(0L)
                .creationTime(crawls.now())
                .lastUpdated(crawls.now())
                .build();
        Crawler made = CrawlerDefaults.over(empty, request, request.role(), request.schedule());
        check(made);
        CrawlerRecord record =
                new CrawlerRecord(CrawlerKey.of(caller, request.name()), made, Optional.empty()).planned(crawls.now());
        state.write(transaction -> {
            CrawlerRecords crawlers = new CrawlerRecords(transaction);
            requireSecurity(transaction, made);
            if (!crawlers.insert(record)) {
                throw CrawlerFailures.exists(request.name());
            }
            crawlers.tags().put(record.key().arn(), request.tags());
            return record;
        });
        crawls.planned();
        return CreateCrawlerResponse.builder().build();
    }

    /** Changes the members that are given, unless the crawler runs; the others stay. */
    @Override
    public UpdateCrawlerResponse updateCrawler(UpdateCrawlerRequest request) {
        new Constraints()
                .name("name", request.name())
                .length("role", request.role(), 0, 2048)
                .check();
        CrawlerKey key = CrawlerKey.of(caller, request.name());
        state.write(transaction -> {
            CrawlerRecords crawlers = new CrawlerRecords(transaction);
            CrawlerRecord before = crawlers.lock(key).orElseThrow(() -> CrawlerFailures.noCrawler(request.name()));
            if (!before.isReady()) {
                throw CrawlerFailures.running(request.name());
            }
            Crawler after = CrawlerDefaults.over(before.crawler(), request, request.role(), request.schedule());
            check(after);
            requireSecurity(transaction, after);
            sameFolders(before.crawler(), after);
            CrawlerRecord record = before.with(ignored ->
                    after.toBuilder().version(before.crawler().version() + 1).lastUpdated(crawls.now()));
            crawlers.save(record.planned(crawls.now()));
            return record;
        });
        crawls.planned();
        return UpdateCrawlerResponse.builder().build();
    }

    /** Deletes a crawler with its history, unless it runs. The tables that it has made stay. */
    @Override
    public DeleteCrawlerResponse deleteCrawler(DeleteCrawlerRequest request) {
        new Constraints().name("name", request.name()).check();
        CrawlerKey key = CrawlerKey.of(caller, request.name());
        state.write(transaction -> {
            CrawlerRecords crawlers = new CrawlerRecords(transaction);
            CrawlerRecord crawler = crawlers.lock(key).orElseThrow(() -> CrawlerFailures.noEntry(request.name()));
            if (!crawler.isReady()) {
                throw CrawlerFailures.running(request.name());
            }
            crawlers.delete(key);
            crawlers.tags().removeAll(key.arn());
            return key;
        });
        return DeleteCrawlerResponse.builder().build();
    }

    private void check(Crawler crawler) {
        CrawlerRules.check(crawler);
        List<String> missing =
                crawler.classifiers().stream().filter(name -> !isThere(name)).toList();
        if (!missing.isEmpty()) {
            throw Failures.invalid("Classifiers " + missing + " do not exist.");
        }
    }

    private void requireSecurity(Handle transaction, Crawler crawler) {
        new SecurityConfigurationRecords(transaction)
                .require(caller, Optional.ofNullable(crawler.crawlerSecurityConfiguration()));
    }

    private boolean isThere(String classifier) {
        try {
            glue.apply(caller).getClassifier(get -> get.name(classifier));
            return true;
        } catch (EntityNotFoundException e) {
            return false;
        }
    }

    /** "When you turn on the incremental crawl, you cannot change the Amazon S3 target data stores." */
    private static void sameFolders(Crawler before, Crawler after) {
        boolean wasIncremental = before.recrawlPolicy().recrawlBehavior() == RecrawlBehavior.CRAWL_NEW_FOLDERS_ONLY;
        boolean isIncremental = after.recrawlPolicy().recrawlBehavior() == RecrawlBehavior.CRAWL_NEW_FOLDERS_ONLY;
        if (wasIncremental
                && isIncremental
                && !before.targets().s3Targets().equals(after.targets().s3Targets())) {
            throw Failures.invalid("The S3 targets of a crawler that crawls new folders only cannot be changed.");
        }
    }
}
