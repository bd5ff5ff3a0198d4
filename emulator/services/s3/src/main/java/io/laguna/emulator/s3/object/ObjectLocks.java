package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.bucket.Locks;
import io.laguna.emulator.s3.bucket.Versions;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.Retention;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Versioning;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.DefaultRetention;
import software.amazon.awssdk.services.s3.model.GetObjectLegalHoldRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLegalHoldResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHold;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRule;
import software.amazon.awssdk.services.s3.model.PutObjectLegalHoldRequest;
import software.amazon.awssdk.services.s3.model.PutObjectLegalHoldResponse;
import software.amazon.awssdk.services.s3.model.PutObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionResponse;

/** Locks of versions, and their defaults. */
public final class ObjectLocks extends Room {
    private final BucketAccess access;
    private final BucketDocuments documents;
    private final Locks locks;

    public ObjectLocks(BucketAccess access, BucketDocuments documents, Locks locks) {
        this.access = access;
        this.documents = documents;
        this.locks = locks;
    }

    @Override
    public GetObjectLockConfigurationResponse getObjectLockConfiguration(GetObjectLockConfigurationRequest request) {
        Bucket bucket = access.bucket(request);
        if (!bucket.objectLock()) {
            throw Failure.OBJECT_LOCK_CONFIGURATION_NOT_FOUND.exception();
        }
        return GetObjectLockConfigurationResponse.builder()
                .objectLockConfiguration(documents
                        .read(bucket.name(), Kind.OBJECT_LOCK, ObjectLockConfiguration.builder())
                        .orElseGet(() -> ObjectLockConfiguration.builder()
                                .objectLockEnabled(ObjectLockEnabled.ENABLED)
                                .build()))
                .build();
    }

    @Override
    public PutObjectLockConfigurationResponse putObjectLockConfiguration(PutObjectLockConfigurationRequest request) {
        Bucket bucket = access.bucket(request);
        ObjectLockConfiguration configuration =
                Optional.ofNullable(request.objectLockConfiguration()).orElseThrow(Failure.MALFORMED_XML::exception);
        if (configuration.objectLockEnabled() != ObjectLockEnabled.ENABLED) {
            throw Failure.MALFORMED_XML.exception();
        }
        Optional.ofNullable(configuration.rule()).ifPresent(ObjectLocks::check);
        if (bucket.versioning() != Versioning.ENABLED) {
            throw Failure.INVALID_BUCKET_STATE.exception(
                    "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
        }
        if (!bucket.objectLock()) {
            StoreCalls.of(bucket.name(), "", () -> access.store().buckets().enableObjectLock(bucket.name()));
        }
        documents.write(bucket.name(), Kind.OBJECT_LOCK, configuration);
        return PutObjectLockConfigurationResponse.builder().build();
    }

    private static void check(ObjectLockRule rule) {
        DefaultRetention retention =
                Optional.ofNullable(rule.defaultRetention()).orElseThrow(Failure.MALFORMED_XML::exception);
        boolean known = retention.mode() == ObjectLockRetentionMode.COMPLIANCE
                || retention.mode() == ObjectLockRetentionMode.GOVERNANCE;
        Optional<Integer> days = Optional.ofNullable(retention.days());
        Optional<Integer> years = Optional.ofNullable(retention.years());
        if (!known || days.isPresent() == years.isPresent()) {
            throw Failure.MALFORMED_XML.exception();
        }
        if (days.or(() -> years).orElseThrow() <= 0) {
            throw Failure.INVALID_RETENTION_PERIOD.exception();
        }
    }

    @Override
    public GetObjectRetentionResponse getObjectRetention(GetObjectRetentionRequest request) {
        Retention retention = locked(request)
                .metadata()
                .retention()
                .orElseThrow(Failure.NO_SUCH_OBJECT_LOCK_CONFIGURATION::exception);
        return GetObjectRetentionResponse.builder()
                .retention(ObjectLockRetention.builder()
                        .mode(retention.mode())
                        .retainUntilDate(retention.until())
                        .build())
                .build();
    }

    @Override
    public PutObjectRetentionResponse putObjectRetention(PutObjectRetentionRequest request) {
        Bucket bucket = lockable(request);
        ObjectLockRetention asked =
                Optional.ofNullable(request.retention()).orElseThrow(Failure.MALFORMED_XML::exception);
        Optional<Retention> retention = retention(asked);
        boolean bypass = Boolean.TRUE.equals(request.bypassGovernanceRetention());
        Optional<String> version = Versions.named(request);
        StoreCalls.of(bucket.name(), request.key(), version, () -> access.store()
                .objects()
                .update(bucket.name(), request.key(), version, metadata -> {
                    locks.checkChange(metadata.retention(), retention, bypass);
                    return metadata.withRetention(retention);
                }));
        return PutObjectRetentionResponse.builder().build();
    }

    /** An empty retention takes the one that is there away. */
    private Optional<Retention> retention(ObjectLockRetention asked) {
        boolean empty = Optional.ofNullable(asked.mode()).isEmpty()
                && Optional.ofNullable(asked.retainUntilDate()).isEmpty();
        if (empty) {
            return Optional.empty();
        }
        boolean known = asked.mode() == ObjectLockRetentionMode.COMPLIANCE
                || asked.mode() == ObjectLockRetentionMode.GOVERNANCE;
        if (!known) {
            throw Failure.MALFORMED_XML.exception();
        }
        return Optional.of(locks.retention(
                asked.modeAsString(),
                Optional.ofNullable(asked.retainUntilDate()).orElseThrow(Failure.MALFORMED_XML::exception)));
    }

    @Override
    public GetObjectLegalHoldResponse getObjectLegalHold(GetObjectLegalHoldRequest request) {
        boolean held = locked(request)
                .metadata()
                .legalHold()
                .orElseThrow(Failure.NO_SUCH_OBJECT_LOCK_CONFIGURATION::exception);
        return GetObjectLegalHoldResponse.builder()
                .legalHold(ObjectLockLegalHold.builder()
                        .status(held ? ObjectLockLegalHoldStatus.ON : ObjectLockLegalHoldStatus.OFF)
                        .build())
                .build();
    }

    @Override
    public PutObjectLegalHoldResponse putObjectLegalHold(PutObjectLegalHoldRequest request) {
        Bucket bucket = lockable(request);
        boolean held = Locks.held(Optional.ofNullable(request.legalHold())
                .map(ObjectLockLegalHold::statusAsString)
                .orElseThrow(Failure.MALFORMED_XML::exception));
        Optional<String> version = Versions.named(request);
        StoreCalls.of(bucket.name(), request.key(), version, () -> access.store()
                .objects()
                .update(bucket.name(), request.key(), version, metadata -> metadata.withLegalHold(Optional.of(held))));
        return PutObjectLegalHoldResponse.builder().build();
    }

    private StoredObject locked(SdkPojo request) {
        Bucket bucket = lockable(request);
        String key = Members.text(request, "Key").orElse("");
        Optional<String> version = Versions.named(request);
        return StoreCalls.of(
                bucket.name(), key, version, () -> access.store().objects().get(bucket.name(), key, version));
    }

    private Bucket lockable(SdkPojo request) {
        Bucket bucket = access.bucket(request);
        if (!bucket.objectLock()) {
            throw Failure.INVALID_REQUEST.exception("Bucket is missing Object Lock Configuration");
        }
        return bucket;
    }
}
