package io.laguna.emulator.s3.lifecycle;

import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.HttpDates;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/**
 * The rules of buckets' lifecycles, applied to objects.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html">Lifecycle configuration
 *     elements</a>
 */
public record Lifecycles(BucketDocuments documents) {
    /** The rules that are in force. */
    List<LifecycleRule> rules(String bucket) {
        return documents
                .read(bucket, Kind.LIFECYCLE, BucketLifecycleConfiguration.builder())
                .map(BucketLifecycleConfiguration::rules)
                .orElse(List.of())
                .stream()
                .filter(rule -> rule.status() == ExpirationStatus.ENABLED)
                .toList();
    }

    /** The header {@code x-amz-expiration} of an object that will expire. */
    public Optional<String> expiration(String bucket, StoredObject object) {
        return rules(bucket).stream()
                .filter(rule -> RuleFilter.of(rule).takes(object))
                .flatMap(rule -> due(rule, object.lastModified()).stream().map(time -> new Due(time, rule.id())))
                .min(Comparator.comparing(Due::time))
                .map(due -> "expiry-date=\"" + HttpDates.print(due.time()) + "\", rule-id=\""
                        + URLEncoder.encode(due.rule(), StandardCharsets.UTF_8) + "\"");
    }

    private record Due(Instant time, String rule) {}

    /** Returns the time at which a rule lets an object expire that was written then. */
    static Optional<Instant> due(LifecycleRule rule, Instant written) {
        Optional<LifecycleExpiration> expiration = Optional.ofNullable(rule.expiration());
        return expiration
                .map(LifecycleExpiration::days)
                .map(days -> midnightAfter(written, days))
                .or(() -> expiration.map(LifecycleExpiration::date));
    }

    /** S3 counts days from a time, and rounds up to the next midnight of UTC. */
    static Instant midnightAfter(Instant time, int days) {
        Instant end = time.plus(Duration.ofDays(days));
        Instant midnight = end.truncatedTo(ChronoUnit.DAYS);
        return midnight.equals(end) ? midnight : midnight.plus(Duration.ofDays(1));
    }
}
