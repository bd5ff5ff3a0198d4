package io.laguna.emulator.glue.crawler.work;

import io.laguna.emulator.crawl.LogLine;
import io.laguna.emulator.glue.log.LogStream;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.SchemaChangePolicy;

/**
 * The log of a crawl: lines as Glue writes them into the group {@value #GROUP}.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/define-crawler.html">Defining crawlers</a>
 */
public final class CrawlLog {
    public static final String GROUP = "/aws-glue/crawlers";

    private final String id;
    private final LogStream stream;

    /** Creates the log of a crawl; the stream has the crawler's name. */
    public CrawlLog(CrawlSettings settings, CrawlOrder order) {
        this.id = order.id();
        this.stream = new LogStream(
                settings.logs().apply(order.caller()),
                GROUP,
                streamName(order.crawler().name()));
    }

    /** Returns the name of a crawler's stream: names of streams have neither colon nor asterisk. */
    public static String streamName(String crawler) {
        return crawler.replace(':', '-').replace('*', '-');
    }

    /** Writes a line about the crawl itself. */
    public void benchmark(String text) {
        write(List.of(new LogLine(LogLine.Level.BENCHMARK, text)));
    }

    public void error(String text) {
        write(List.of(new LogLine(LogLine.Level.ERROR, text)));
    }

    /** Tells what the crawl may change in the catalog. */
    public void policy(Crawler crawler) {
        SchemaChangePolicy policy = crawler.schemaChangePolicy();
        String changes = "SchemaChangePolicy {\"UpdateBehavior\":\"" + policy.updateBehaviorAsString()
                + "\",\"DeleteBehavior\":\"" + policy.deleteBehaviorAsString() + "\"}.";
        write(List.of(LogLine.info(Optional.ofNullable(crawler.configuration())
                .filter(configuration -> !configuration.isBlank())
                .map(configuration -> "Crawler configured with Configuration " + configuration + " and " + changes
                        + " Note that values in the Configuration override values in the SchemaChangePolicy for S3"
                        + " Targets.")
                .orElse("Crawler configured with " + changes))));
    }

    /** Tells that a security configuration does nothing, where the crawler names one. */
    public void security(Crawler crawler) {
        Optional.ofNullable(crawler.crawlerSecurityConfiguration())
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> write(List.of(LogLine.info(
                        "The security configuration " + name + " has no effect in Laguna: nothing is encrypted."))));
    }

    void write(List<LogLine> lines) {
        stream.write(lines.stream()
                .map(line -> "[" + id + "] " + line.level() + " : " + line.text())
                .toList());
    }
}
