package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.workflow.chain.Crawls;
import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Crawl;
import software.amazon.awssdk.services.glue.model.CrawlState;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;
import software.amazon.awssdk.services.glue.model.CrawlerNotRunningException;
import software.amazon.awssdk.services.glue.model.CrawlerStoppingException;
import software.amazon.awssdk.services.glue.model.CrawlsFilter;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.FieldName;
import software.amazon.awssdk.services.glue.model.FilterOperator;

/** Crawls by Glue's own operations. */
record GlueCrawls(Function<Caller, GlueClient> glue) implements Crawls {
    @Override
    public void start(Caller owner, String crawler) {
        glue.apply(owner).startCrawler(start -> start.name(crawler));
    }

    @Override
    public void stop(Caller owner, String crawler) {
        try {
            glue.apply(owner).stopCrawler(stop -> stop.name(crawler));
        } catch (CrawlerNotRunningException | CrawlerStoppingException | EntityNotFoundException e) {
            // The crawl has ended, or ends: that is what was wanted.
        }
    }

    /** A crawler that has been deleted meanwhile leaves its crawl in ERROR. */
    @Override
    public Optional<Crawl> since(Caller owner, String crawler, Instant time) {
        try {
            return glue
                    .apply(owner)
                    .listCrawls(list -> list.crawlerName(crawler).filters(since(time)))
                    .crawls()
                    .stream()
                    .min(Comparator.comparing(CrawlerHistory::startTime))
                    .map(GlueCrawls::crawl);
        } catch (EntityNotFoundException e) {
            return Optional.of(Crawl.builder()
                    .state(CrawlState.ERROR)
                    .startedOn(time)
                    .errorMessage(e.getMessage())
                    .build());
        }
    }

    private static CrawlsFilter since(Instant time) {
        return CrawlsFilter.builder()
                .fieldName(FieldName.START_TIME)
                .filterOperator(FilterOperator.GE)
                .fieldValue(Long.toString(time.toEpochMilli()))
                .build();
    }

    private static Crawl crawl(CrawlerHistory history) {
        CrawlState state =
                switch (history.state()) {
                    case RUNNING -> CrawlState.RUNNING;
                    case COMPLETED -> CrawlState.SUCCEEDED;
                    case FAILED -> CrawlState.FAILED;
                    case STOPPED -> CrawlState.CANCELLED;
                    case UNKNOWN_TO_SDK_VERSION -> CrawlState.ERROR;
                };
        return Crawl.builder()
                .state(state)
                .startedOn(history.startTime())
                .completedOn(history.endTime())
                .errorMessage(history.errorMessage())
                .logGroup(history.logGroup())
                .logStream(history.logStream())
                .build();
    }
}
