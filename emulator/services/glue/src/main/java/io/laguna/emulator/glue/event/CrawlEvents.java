package io.laguna.emulator.glue.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.glue.crawler.CrawlListener;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.event.Event;
import io.laguna.emulator.kit.event.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;

/**
 * The events that tell of crawls, each in the transaction that writes the crawl's state. Of a crawl that was stopped AWS
 * tells nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/automating-awsglue-with-cloudwatch-events.html">Glue's events</a>
 */
public final class CrawlEvents implements CrawlListener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINK =
            "https://console.aws.amazon.com/cloudwatch/home?region=%s#logEventViewer:group=%s;" + "stream=%s";

    @Override
    public void changed(Handle transaction, Caller caller, String crawler, CrawlerHistory crawl) {
        detail(caller, crawler, crawl).ifPresent(detail -> new Outbox(transaction)
                .put(Event.of(
                        "aws.glue",
                        "Glue Crawler State Change",
                        caller,
                        Optional.ofNullable(crawl.endTime()).orElse(crawl.startTime()),
                        List.of(),
                        detail)));
    }

    private static Optional<ObjectNode> detail(Caller caller, String crawler, CrawlerHistory crawl) {
        ObjectNode detail = JsonNodeFactory.instance
                .objectNode()
                .put("accountId", caller.accountId())
                .put("crawlerName", crawler);
        return switch (crawl.state()) {
            case RUNNING -> Optional.of(detail.put("startTime", text(crawl.startTime()))
                    .put("state", "Started")
                    .put("message", "Crawler Started"));
            case COMPLETED -> Optional.of(succeeded(detail, caller, crawl));
            case FAILED -> Optional.of(detail.put(
                            "errorMessage",
                            Optional.ofNullable(crawl.errorMessage()).orElse("Internal Service Exception"))
                    .put("cloudWatchLogLink", link(caller, crawl))
                    .put("state", "Failed")
                    .put("message", "Crawler Failed"));
            case STOPPED, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
        };
    }

    private static ObjectNode succeeded(ObjectNode detail, Caller caller, CrawlerHistory crawl) {
        JsonNode summary = summary(crawl);
        return detail.put("tablesCreated", number(summary, "TABLE", "ADD"))
                .put("tablesUpdated", number(summary, "TABLE", "UPDATE"))
                .put("tablesDeleted", number(summary, "TABLE", "DELETE"))
                .put("partitionsCreated", number(summary, "PARTITION", "ADD"))
                .put("partitionsUpdated", number(summary, "PARTITION", "UPDATE"))
                .put("partitionsDeleted", number(summary, "PARTITION", "DELETE"))
                .put("warningMessage", "N/A")
                .put(
                        "runningTime (sec)",
                        Long.toString(Duration.between(crawl.startTime(), crawl.endTime())
                                .toSeconds()))
                .put("completionDate", text(crawl.endTime()))
                .put("cloudWatchLogLink", link(caller, crawl))
                .put("state", "Succeeded")
                .put("message", "Crawler Succeeded");
    }

    /** Returns the numbers that a crawl's history tells: {@code {"TABLE": {"ADD": {"Total": 1 …}}}}. */
    private static JsonNode summary(CrawlerHistory crawl) {
        try {
            return JSON.readTree(Optional.ofNullable(crawl.summary()).orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The summary of a crawl is no JSON: " + crawl.summary(), e);
        }
    }

    private static String number(JsonNode summary, String kind, String change) {
        return Integer.toString(summary.path(kind).path(change).path("Total").asInt());
    }

    private static String text(Instant time) {
        return time.toString();
    }

    private static String link(Caller caller, CrawlerHistory crawl) {
        return LINK.formatted(caller.region(), crawl.logGroup(), crawl.logStream());
    }
}
