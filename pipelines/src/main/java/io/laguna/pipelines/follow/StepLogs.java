package io.laguna.pipelines.follow;

import io.laguna.pipelines.profile.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The logs that services put into S3, compressed, at their own pace. */
public final class StepLogs {
    private static final int LAST_LINES = 20;

    private final S3Client s3;
    private final Duration wait;
    private final Questions questions;

    public StepLogs(S3Client s3, Patience patience, StopSignal stop) {
        this.s3 = s3;
        this.wait = patience.logs();
        this.questions = new Questions(patience, stop);
    }

    /**
     * Returns the place of a log, and its last lines if it comes in time. A log that cannot be read does not hide the
     * failure that it is wanted for.
     *
     * @param uri {@code s3://bucket/key.gz}
     */
    public String tell(String uri) {
        try {
            List<String> lines = questions
                    .until("The log " + uri, wait, () -> lastLines(URI.create(uri)), Optional::isPresent)
                    .orElseThrow();
            return uri
                    + (lines.isEmpty() ? ", which is empty" : ", which ends with\n    " + String.join("\n    ", lines));
        } catch (OverdueException e) {
            return uri + ", which was not there after " + wait.toSeconds() + " s";
        } catch (CancellationException | SdkException | IllegalArgumentException e) {
            return uri + ", which could not be read: " + e.getMessage();
        }
    }

    private Optional<List<String>> lastLines(URI uri) {
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(s3.getObject(request ->
                        request.bucket(uri.getHost()).key(uri.getPath().substring(1)))),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                last.add(line);
                if (last.size() > LAST_LINES) {
                    last.remove();
                }
            }
            return Optional.of(List.copyOf(last));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(List.of("(unreadable: " + e.getMessage() + ")"));
        }
    }
}
