package io.laguna.emulator.crawl.grok;

import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.read.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * AWS's classifiers of logs, in AWS's order. AWS names them, and the patterns of Apache's logs; the other patterns are
 * Laguna's, after what these programs write.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/add-classifier.html">Built-in classifiers</a>
 */
public final class BuiltInLogs {
    private static final String NONE = "";

    private static final List<GrokLines> ALL = List.of(
            GrokLines.builtIn("combined_apache", "%{COMBINEDAPACHELOG}", NONE),
            GrokLines.builtIn("apache", "%{COMMONAPACHELOG}", NONE),
            GrokLines.builtIn("linux_kernel", "%{SYSLOGBASE} %{GREEDYDATA:message}", NONE),
            GrokLines.builtIn(
                    "microsoft_log",
                    "%{IP:client}, %{NOTSPACE:user}, %{DATE_US:date}, %{TIME:time}, %{NOTSPACE:service}, "
                            + "%{NOTSPACE:server}, %{IP:server_ip}, %{NUMBER:time_taken}, %{NUMBER:bytes_received}, "
                            + "%{NUMBER:bytes_sent}, %{NUMBER:status}, %{NUMBER:windows_status}, %{WORD:method}, "
                            + "%{NOTSPACE:target}, %{GREEDYDATA:parameters}",
                    NONE),
            GrokLines.builtIn(
                    "ruby_logger",
                    "[DFEWIAU], \\[%{TIMESTAMP_ISO8601:timestamp} #%{POSINT:pid}\\] +%{WORD:loglevel} -- "
                            + "+%{DATA:progname}: %{GREEDYDATA:message}",
                    NONE),
            GrokLines.builtIn(
                    "squid",
                    "%{NUMBER:timestamp} +%{NUMBER:duration} %{IPORHOST:client_address} "
                            + "%{WORD:cache_result}/%{NONNEGINT:status_code} %{NUMBER:bytes} %{WORD:request_method} "
                            + "%{NOTSPACE:url} %{NOTSPACE:user} %{WORD:hierarchy_code}/%{NOTSPACE:server} "
                            + "%{NOTSPACE:content_type}",
                    NONE),
            GrokLines.builtIn(
                    "redismonlog",
                    "%{NUMBER:timestamp} \\[%{INT:database} %{IP:client}:%{NUMBER:port}\\] "
                            + "\"%{WORD:command}\"\\s?%{GREEDYDATA:params}",
                    NONE),
            GrokLines.builtIn(
                    "redislog",
                    "\\[?%{POSINT:pid}\\]?(?::[A-Z])? %{REDISTIMESTAMP:timestamp} [.*#-] %{GREEDYDATA:message}",
                    "REDISTIMESTAMP %{MONTHDAY} %{MONTH}(?: %{YEAR})? %{TIME}"));

    private BuiltInLogs() {}

    /** Returns which log the file is, if all of its lines are one's. */
    public static Optional<Finding> find(Sample sample) throws IOException {
        Text text = sample.text(Sample.STEP);
        if (text.isBinary()) {
            return Optional.empty();
        }
        String lines = text.lines();
        for (GrokLines log : ALL) {
            if (log.fitsFirst(lines)) {
                Optional<Finding> finding =
                        log.find(sample).filter(match -> match.share() == 1).map(GrokLines.Match::finding);
                if (finding.isPresent()) {
                    return finding;
                }
            }
        }
        return Optional.empty();
    }
}
