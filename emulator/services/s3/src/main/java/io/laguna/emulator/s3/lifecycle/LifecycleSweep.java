package io.laguna.emulator.s3.lifecycle;

import io.laguna.emulator.kit.work.Worker;
import io.laguna.emulator.s3.bucket.Locks;
import io.laguna.emulator.s3.store.Store;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.listing.ListVersionsRequest;
import io.laguna.emulator.s3.store.listing.ListedVersion;
import io.laguna.emulator.s3.store.listing.VersionPage;
import io.laguna.emulator.s3.store.object.DeleteMarker;
import io.laguna.emulator.s3.store.object.StoreException;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Version;
import io.laguna.emulator.s3.store.upload.ListUploadsRequest;
import io.laguna.emulator.s3.store.upload.Upload;
import io.laguna.emulator.s3.store.upload.UploadPage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionExpiration;

/**
 * The sweep through all buckets, in which everything goes whose lifecycle says so: objects, versions, lonely delete markers,
 * uploads that nobody ends.
 */
public final class LifecycleSweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LifecycleSweep.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final int PAGE = 1000;

    private final Store store;
    private final Lifecycles lifecycles;
    private final Locks locks;
    private final Clock clock;
    private final Worker worker = new Worker("s3-lifecycle", FIRST, this::turn);

    public LifecycleSweep(Store store, Lifecycles lifecycles, Locks locks, Clock clock) {
        this.store = store;
        this.lifecycles = lifecycles;
        this.locks = locks;
        this.clock = clock;
    }

    /** Begins to sweep in the background, in a minute and every hour from then on. */
    public void start() {
        worker.start();
    }

    private Optional<Duration> turn() {
        run();
        return Optional.of(BETWEEN);
    }

    /** Sweeps once, unless this is closed. A bucket that fails does not keep the others from being swept. */
    public void run() {
        for (Bucket bucket : store.buckets().list()) {
            if (worker.isEnding()) {
                return;
            }
            try {
                List<LifecycleRule> rules = lifecycles.rules(bucket.name());
                if (!rules.isEmpty()) {
                    versions(bucket.name(), rules);
                    uploads(bucket.name(), rules);
                }
            } catch (RuntimeException e) {
                LOG.warn("The lifecycle of bucket {} was not swept to its end", bucket.name(), e);
            }
        }
    }

    /** A key's versions are looked at together, and may go over a page's end. */
    private void versions(String bucket, List<LifecycleRule> rules) {
        List<ListedVersion> ofKey = new ArrayList<>();
        String after = "";
        Optional<String> afterVersion = Optional.empty();
        boolean more = true;
        while (more) {
            if (worker.isEnding()) {
                return;
            }
            VersionPage page =
                    store.listings().versions(new ListVersionsRequest(bucket, "", "", after, afterVersion, PAGE));
            for (ListedVersion each : page.versions()) {
                if (!ofKey.isEmpty()
                        && !ofKey.get(0).version().key().equals(each.version().key())) {
                    sweep(bucket, List.copyOf(ofKey), rules);
                    ofKey.clear();
                }
                ofKey.add(each);
            }
            more = page.nextKey().isPresent();
            after = page.nextKey().orElse("");
            afterVersion = page.nextVersion();
        }
        if (!ofKey.isEmpty()) {
            sweep(bucket, ofKey, rules);
        }
    }

    private void sweep(String bucket, List<ListedVersion> versions, List<LifecycleRule> rules) {
        for (LifecycleRule rule : rules) {
            RuleFilter filter = RuleFilter.of(rule);
            Version latest = versions.get(0).version();
            if (latest instanceof StoredObject object && filter.takes(object) && isDue(rule, object)) {
                delete(bucket, object, Optional.empty());
                return;
            }
            if (latest instanceof DeleteMarker marker
                    && versions.size() == 1
                    && marker.key().startsWith(filter.prefix())
                    && takesLonelyMarkers(rule, marker)) {
                delete(bucket, marker, Optional.of(marker.versionId()));
                return;
            }
            Optional.ofNullable(rule.noncurrentVersionExpiration())
                    .ifPresent(expiration -> noncurrent(bucket, versions, filter, expiration));
        }
    }

    private boolean isDue(LifecycleRule rule, Version version) {
        return Lifecycles.due(rule, version.lastModified())
                .filter(time -> !time.isAfter(clock.instant()))
                .isPresent();
    }

    /** Tells whether a rule takes a marker of which nothing else is left: after its days, or because it says so. */
    private boolean takesLonelyMarkers(LifecycleRule rule, DeleteMarker marker) {
        boolean asked = Optional.ofNullable(rule.expiration())
                .filter(expiration -> Boolean.TRUE.equals(expiration.expiredObjectDeleteMarker()))
                .isPresent();
        return asked || isDue(rule, marker);
    }

    /** A version is not current from the time of the next newer one on. */
    private void noncurrent(
            String bucket, List<ListedVersion> versions, RuleFilter filter, NoncurrentVersionExpiration expiration) {
        int kept = Optional.ofNullable(expiration.newerNoncurrentVersions()).orElse(0);
        for (int i = 1 + kept; i < versions.size(); i++) {
            Version version = versions.get(i).version();
            Instant due =
                    Lifecycles.midnightAfter(versions.get(i - 1).version().lastModified(), expiration.noncurrentDays());
            boolean taken = version instanceof StoredObject object
                    ? filter.takes(object)
                    : version.key().startsWith(filter.prefix());
            if (taken && !due.isAfter(clock.instant())) {
                delete(bucket, version, Optional.of(version.versionId()));
            }
        }
    }

    /** Deletes a version, unless it has changed since it was listed or is locked. */
    private void delete(String bucket, Version listed, Optional<String> versionId) {
        try {
            store.objects().expire(bucket, listed.key(), versionId, target -> {
                boolean same = target.filter(now -> now.versionId().equals(listed.versionId()))
                        .filter(now -> now.lastModified().equals(listed.lastModified()))
                        .isPresent();
                boolean locked = versionId.isPresent()
                        && target.filter(StoredObject.class::isInstance)
                                .filter(now -> locks.isLocked(((StoredObject) now).metadata(), false))
                                .isPresent();
                if (!same || locked) {
                    throw new Spared();
                }
            });
        } catch (Spared e) {
            LOG.debug("{} of {} stays", listed.key(), bucket, e);
        } catch (StoreException e) {
            LOG.warn("{} of {} has expired and cannot be deleted", listed.key(), bucket, e);
        }
    }

    private static final class Spared extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void uploads(String bucket, List<LifecycleRule> rules) {
        String after = "";
        Optional<String> afterUpload = Optional.empty();
        boolean more = true;
        while (more) {
            if (worker.isEnding()) {
                return;
            }
            UploadPage page = store.uploads().list(new ListUploadsRequest(bucket, "", "", after, afterUpload, PAGE));
            for (Upload upload : page.uploads()) {
                if (rules.stream().anyMatch(rule -> ends(rule, upload))) {
                    store.uploads().abort(bucket, upload.key(), upload.id());
                }
            }
            more = page.nextKey().isPresent();
            after = page.nextKey().orElse("");
            afterUpload = page.nextUpload();
        }
    }

    private boolean ends(LifecycleRule rule, Upload upload) {
        return Optional.ofNullable(rule.abortIncompleteMultipartUpload())
                .filter(abort -> upload.key().startsWith(RuleFilter.of(rule).prefix()))
                .map(abort -> Lifecycles.midnightAfter(upload.initiated(), abort.daysAfterInitiation()))
                .filter(due -> !due.isAfter(clock.instant()))
                .isPresent();
    }

    /** Ends the sweeping in the background; one that goes on ends after its page of versions or uploads. */
    @Override
    public void close() {
        worker.close();
    }
}
