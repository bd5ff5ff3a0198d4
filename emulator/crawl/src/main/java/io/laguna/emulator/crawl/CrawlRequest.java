package io.laguna.emulator.crawl;

import java.util.List;
import software.amazon.awssdk.services.glue.model.Classifier;

/**
 * A crawl to be made.
 *
 * @param crawler the crawler's name, which its tables bear
 * @param crawlId the crawl's own id; samples are chosen by it
 * @param classifiers the custom ones, in their order
 * @param tablePrefix stands before the name of every table; may be empty
 * @param parallelism how many files are read at once
 */
public record CrawlRequest(
        String crawler,
        String crawlId,
        List<CrawlTarget> targets,
        List<Classifier> classifiers,
        String tablePrefix,
        CrawlConfiguration configuration,
        Recrawl recrawl,
        int parallelism) {
    public CrawlRequest {
        targets = List.copyOf(targets);
        classifiers = List.copyOf(classifiers);
    }
}
