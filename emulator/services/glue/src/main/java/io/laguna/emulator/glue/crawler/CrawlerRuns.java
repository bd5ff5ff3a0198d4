package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.Caller;
import software.amazon.awssdk.services.glue.model.StartCrawlerRequest;
import software.amazon.awssdk.services.glue.model.StartCrawlerResponse;
import software.amazon.awssdk.services.glue.model.StopCrawlerRequest;
import software.amazon.awssdk.services.glue.model.StopCrawlerResponse;

/**
 * Starting and stopping crawlers.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-crawling.html">Crawlers</a>
 */
final class CrawlerRuns extends Room {
    private final Caller caller;
    private final Crawls crawls;

    CrawlerRuns(Caller caller, Crawls crawls) {
        this.caller = caller;
        this.crawls = crawls;
    }

    @Override
    public StartCrawlerResponse startCrawler(StartCrawlerRequest request) {
        new Constraints().name("name", request.name()).check();
        crawls.start(CrawlerKey.of(caller, request.name()));
        return StartCrawlerResponse.builder().build();
    }

    @Override
    public StopCrawlerResponse stopCrawler(StopCrawlerRequest request) {
        new Constraints().name("name", request.name()).check();
        crawls.stop(CrawlerKey.of(caller, request.name()));
        return StopCrawlerResponse.builder().build();
    }
}
