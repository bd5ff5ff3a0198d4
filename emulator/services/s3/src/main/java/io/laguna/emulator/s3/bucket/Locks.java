package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.Retention;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.DefaultRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockRule;

/**
 * Locks of versions: retention until a time, and legal hold.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html">Locking objects with Object Lock</a>
 */
public record Locks(BucketDocuments documents, Clock clock) {
    private static final Set<String> MODES = Set.of("GOVERNANCE", "COMPLIANCE");

    /** The locks of a new object: what its request says, or else its bucket's default. */
    public ObjectMetadata ofRequest(SdkPojo request, Bucket bucket, ObjectMetadata metadata) {
        Optional<String> mode = Members.text(request, "ObjectLockMode");
        Optional<Instant> until = Members.value(request, "ObjectLockRetainUntilDate", Instant.class);
        Optional<String> hold = Members.text(request, "ObjectLockLegalHoldStatus");
        if (mode.isPresent() != until.isPresent()) {
            throw Failure.INVALID_ARGUMENT.exception(
                    "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied");
        }
        if ((mode.isPresent() || hold.isPresent()) && !bucket.objectLock()) {
            throw Failure.INVALID_REQUEST.exception("Bucket is missing Object Lock Configuration");
        }
        Optional<Retention> retention = mode.map(name -> retention(name, until.orElseThrow()));
        return metadata.withRetention(retention.isPresent() ? retention : ofBucket(bucket))
                .withLegalHold(hold.map(Locks::held));
    }

    public Retention retention(String mode, Instant until) {
        if (!MODES.contains(mode)) {
            throw Failure.INVALID_ARGUMENT.exception("Unknown wormMode directive.");
        }
        if (!until.isAfter(clock.instant())) {
            throw Failure.INVALID_ARGUMENT.exception("The retain until date must be in the future!");
        }
        return new Retention(mode, until);
    }

    public static boolean held(String status) {
        return switch (status) {
            case "ON" -> true;
            case "OFF" -> false;
            default -> throw Failure.MALFORMED_XML.exception();
        };
    }

    private Optional<Retention> ofBucket(Bucket bucket) {
        return bucket.objectLock()
                ? documents
                        .read(bucket.name(), Kind.OBJECT_LOCK, ObjectLockConfiguration.builder())
                        .map(ObjectLockConfiguration::rule)
                        .map(ObjectLockRule::defaultRetention)
                        .map(rule -> new Retention(rule.modeAsString(), end(rule)))
                : Optional.empty();
    }

    private Instant end(DefaultRetention rule) {
        Period period = Optional.ofNullable(rule.days())
                .map(Period::ofDays)
                .orElseGet(
                        () -> Period.ofYears(Optional.ofNullable(rule.years()).orElse(0)));
        return clock.instant().atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }

    /** Before a version goes for good. */
    public void checkDelete(Optional<Version> target, boolean bypass) {
        target.filter(StoredObject.class::isInstance)
                .map(version -> ((StoredObject) version).metadata())
                .filter(metadata -> isLocked(metadata, bypass))
                .ifPresent(metadata -> {
                    throw Failure.ACCESS_DENIED.exception("Access Denied because object protected by object lock.");
                });
    }

    public boolean isLocked(ObjectMetadata metadata, boolean bypass) {
        boolean retained = metadata.retention()
                .filter(retention -> retention.until().isAfter(clock.instant()))
                .filter(retention -> !(bypass && retention.mode().equals("GOVERNANCE")))
                .isPresent();
        return retained || metadata.legalHold().orElse(false);
    }

    /** Before a retention is replaced: one that is made weaker needs the bypass, and in compliance mode it cannot be. */
    public void checkChange(Optional<Retention> before, Optional<Retention> after, boolean bypass) {
        Optional<Retention> active =
                before.filter(retention -> retention.until().isAfter(clock.instant()));
        if (active.isEmpty()) {
            return;
        }
        boolean stronger = after.filter(
                        retention -> !retention.until().isBefore(active.get().until()))
                .filter(retention -> retention.mode().equals(active.get().mode()))
                .isPresent();
        boolean allowed = stronger || (bypass && active.get().mode().equals("GOVERNANCE"));
        if (!allowed) {
            throw Failure.ACCESS_DENIED.exception("Access Denied because object protected by object lock.");
        }
    }
}
