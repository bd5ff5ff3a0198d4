package io.laguna.emulator.lambda.invoke;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.lambda.request.FunctionName;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.OnFailure;
import software.amazon.awssdk.services.lambda.model.OnSuccess;
import software.amazon.awssdk.services.s3.S3Client;

/** Those who are told how later invocations have ended: functions, and buckets of failures. */
final class Destinations {
    private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH.mm.ss").withZone(ZoneOffset.UTC);
    private static final String BUCKET = "arn:aws:s3:::";

    private final LaterInvocations invocations;
    private final Function<Caller, S3Client> s3;
    private final Clock clock;

    Destinations(LaterInvocations invocations, Function<Caller, S3Client> s3, Clock clock) {
        this.invocations = invocations;
        this.s3 = s3;
        this.clock = clock;
    }

    /** Tells the one who wants to know of such an end. Whoever cannot be told is named in Laguna's own log. */
    void tell(Caller owner, DestinationConfig asked, Ended ended) {
        Optional<String> arn = ended.isSuccess()
                ? Optional.ofNullable(asked.onSuccess()).map(OnSuccess::destination)
                : Optional.ofNullable(asked.onFailure()).map(OnFailure::destination);
        arn.filter(named -> !named.isEmpty()).ifPresent(named -> {
            try {
                tell(owner, named, ended);
            } catch (SdkException e) {
                LOG.warn("{} is not told how {} has ended", named, ended.later(), e);
            }
        });
    }

    private void tell(Caller owner, String arn, Ended ended) {
        Instant now = clock.instant();
        if (arn.startsWith(BUCKET)) {
            String key = "aws/lambda/async/" + ended.version().function().name() + "/" + FOLDER.format(now) + "/"
                    + NAME.format(now) + "-"
                    + UUID.randomUUID();
            s3.apply(owner)
                    .putObject(
                            put -> put.bucket(arn.substring(BUCKET.length())).key(key),
                            RequestBody.fromString(ended.record(now)));
        } else {
            invocations.promise(new LaterInvocation(
                    FunctionName.of(owner, arn), UUID.randomUUID().toString(), ended.record(now), ""));
        }
    }
}
