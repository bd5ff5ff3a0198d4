package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.call.ETags;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.HttpDates;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The conditions on which something is read or written.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html">Conditional requests</a>
 */
public record Conditions(
        Optional<String> match,
        Optional<String> noneMatch,
        Optional<Instant> modifiedSince,
        Optional<Instant> unmodifiedSince) {
    /**
     * Returns the conditions that a request names.
     *
     * @param prefix of the members: {@code CopySource}, or nothing
     */
    public static Conditions of(SdkPojo request, String prefix) {
        return new Conditions(
                Members.text(request, prefix + "IfMatch"),
                Members.text(request, prefix + "IfNoneMatch"),
                Members.value(request, prefix + "IfModifiedSince", Instant.class),
                Members.value(request, prefix + "IfUnmodifiedSince", Instant.class));
    }

    /** Before a read: an ETag that matches makes the time not matter, and one that must not match too. */
    void checkRead(StoredObject object) {
        checkMatch(object);
        boolean same = noneMatch.map(tag -> ETags.match(tag, object.eTag())).orElse(false);
        boolean old = noneMatch.isEmpty()
                && modifiedSince.map(time -> !seconds(object).isAfter(time)).orElse(false);
        if (same || old) {
            throw Failure.NOT_MODIFIED.exception(Map.of(
                    "ETag", ETags.quoted(object.eTag()), "Last-Modified", HttpDates.print(object.lastModified())));
        }
    }

    /** Before a copy, whose source is never "not modified". */
    void checkSource(StoredObject object) {
        checkMatch(object);
        if (noneMatch.map(tag -> ETags.match(tag, object.eTag())).orElse(false)) {
            throw failed("x-amz-copy-source-If-None-Match");
        }
        if (noneMatch.isEmpty()
                && modifiedSince.map(time -> !seconds(object).isAfter(time)).orElse(false)) {
            throw failed("x-amz-copy-source-If-Modified-Since");
        }
    }

    private void checkMatch(StoredObject object) {
        if (match.isPresent()) {
            if (!ETags.match(match.get(), object.eTag())) {
                throw failed("If-Match");
            }
        } else if (unmodifiedSince.map(time -> seconds(object).isAfter(time)).orElse(false)) {
            throw failed("If-Unmodified-Since");
        }
    }

    /** Before a write. */
    public void checkWrite(String key, Optional<Version> current) {
        Optional<StoredObject> object =
                current.filter(StoredObject.class::isInstance).map(StoredObject.class::cast);
        if (noneMatch.isPresent()) {
            if (!noneMatch.get().strip().equals("*")) {
                throw Failure.NOT_IMPLEMENTED.exception(
                        Failure.NOT_IMPLEMENTED.message(), Map.of("Header", "If-None-Match"));
            }
            if (object.isPresent()) {
                throw failed("If-None-Match");
            }
        }
        if (match.isPresent()) {
            String eTag = object.map(StoredObject::eTag).orElseThrow(() -> StoreCalls.noSuchKey(key));
            if (!ETags.match(match.get(), eTag)) {
                throw failed("If-Match");
            }
        }
    }

    /** HTTP's times have no fraction of a second. */
    private static Instant seconds(StoredObject object) {
        return object.lastModified().truncatedTo(ChronoUnit.SECONDS);
    }

    public static AwsServiceException failed(String condition) {
        return Failure.PRECONDITION_FAILED.exception(
                Failure.PRECONDITION_FAILED.message(), Map.of("Condition", condition));
    }
}
