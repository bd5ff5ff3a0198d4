package io.laguna.engines.yarn;

import io.laguna.engines.process.EngineFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The logs of YARN's containers. A NodeManager has those of an application that runs, the job history server those that
 * YARN has collected in HDFS some seconds after an application's end.
 *
 * @see <a href="https://hadoop.apache.org/docs/r3.4.1/hadoop-yarn/hadoop-yarn-site/NodeManagerRest.html">NodeManager REST
 *     API's</a>
 */
public final class ContainerLogs {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern PAGE = Pattern.compile("http://([\\w.:-]+)/node/containerlogs/(container_\\w+)");
    private static final Pattern LENGTH = Pattern.compile("(?m)^LogLength:(\\d+)$");
    private static final String CONTENT = "LogContents:\n";

    /** The bytes beyond those that are wanted: a log may grow between two questions. */
    private static final int SLACK = 1 << 16;

    private final URI collected;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /**
     * Creates a reader.
     *
     * @param collected the job history server: {@code http://jobhistory:19888}
     */
    public ContainerLogs(URI collected) {
        this.collected = collected;
    }

    /**
     * The end of a log, or the whole of it.
     *
     * @param length of the log in bytes
     * @param bytes each as a character, since the first may be within a character of the log
     */
    record End(long length, String bytes) {
        private long start() {
            return length - bytes.length();
        }

        String text() {
            return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    /**
     * Brings what a copy of a log does not have yet: its bytes are appended to the copy.
     *
     * @param page of the container's logs, or of one of them, at its node: {@code http://node:8042/node/containerlogs/…}
     * @param file {@code stdout}
     * @param copy is made when it is not there
     * @throws EngineFailure when nobody has the log
     * @throws IOException when the copy cannot be written
     */
    public void bring(String page, String file, Path copy) throws IOException {
        long at = Files.exists(copy) ? Files.size(copy) : 0;
        long length = end(page, file, 1).length();
        if (length > at) {
            End end = end(page, file, length - at + SLACK);
            // One that has grown by more is for the next time.
            if (end.start() <= at && end.length() > at) {
                Files.writeString(
                        copy,
                        end.bytes().substring((int) (at - end.start())),
                        StandardCharsets.ISO_8859_1,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        }
    }

    /**
     * Returns the last bytes of a log.
     *
     * @throws EngineFailure when nobody has it
     */
    End end(String page, String file, long bytes) {
        Matcher place = PAGE.matcher(page);
        if (!place.find()) {
            throw new EngineFailure(page + " is no page of a container's logs.");
        }
        String size = "?size=-" + bytes;
        URI node = URI.create(
                "http://" + place.group(1) + "/ws/v1/node/containers/" + place.group(2) + "/logs/" + file + size);
        try {
            return read(node);
        } catch (EngineFailure e) {
            return read(collected.resolve("/ws/v1/history/containerlogs/" + place.group(2) + "/" + file + size));
        }
    }

    private End read(URI log) {
        HttpRequest request = HttpRequest.newBuilder(log)
                .timeout(TIMEOUT)
                .header("Accept", "text/plain")
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
            if (response.statusCode() != 200) {
                throw new EngineFailure(log + " is answered by " + response.statusCode() + ".");
            }
            return parse(log, response.body());
        } catch (IOException e) {
            throw new EngineFailure(log + " is not answered: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("Interrupted while " + log + " was asked for", e);
        }
    }

    /** Takes the content out of an answer, which has lines about the log before and behind it. */
    private static End parse(URI log, String answer) {
        int content = answer.indexOf(CONTENT) + CONTENT.length();
        Matcher length = LENGTH.matcher(answer.substring(0, content));
        if (content < CONTENT.length() || !length.find()) {
            throw new EngineFailure(log + " is answered by something else than a log.");
        }
        long whole = Long.parseLong(length.group(1));
        long asked = Long.parseLong(log.getQuery().replaceAll("\\D", ""));
        int end = (int) Math.min(answer.length(), content + Math.min(whole, asked));
        return new End(whole, answer.substring(content, end));
    }
}
