package io.laguna.emulator.s3;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.s3.bucket.Acls;
import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketAcls;
import io.laguna.emulator.s3.bucket.BucketCorsRules;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketPolicies;
import io.laguna.emulator.s3.bucket.BucketSettings;
import io.laguna.emulator.s3.bucket.BucketTags;
import io.laguna.emulator.s3.bucket.Buckets;
import io.laguna.emulator.s3.bucket.Encryption;
import io.laguna.emulator.s3.bucket.Locks;
import io.laguna.emulator.s3.bucket.Unreplicated;
import io.laguna.emulator.s3.bucket.Versions;
import io.laguna.emulator.s3.event.ObjectEvents;
import io.laguna.emulator.s3.kept.Analytics;
import io.laguna.emulator.s3.kept.BucketAcceleration;
import io.laguna.emulator.s3.kept.BucketLogging;
import io.laguna.emulator.s3.kept.BucketWebsites;
import io.laguna.emulator.s3.kept.Inventories;
import io.laguna.emulator.s3.kept.Metrics;
import io.laguna.emulator.s3.kept.Tierings;
import io.laguna.emulator.s3.lifecycle.BucketLifecycles;
import io.laguna.emulator.s3.lifecycle.LifecycleSweep;
import io.laguna.emulator.s3.lifecycle.Lifecycles;
import io.laguna.emulator.s3.list.Listings;
import io.laguna.emulator.s3.list.UploadLists;
import io.laguna.emulator.s3.list.VersionLists;
import io.laguna.emulator.s3.notification.BucketNotifications;
import io.laguna.emulator.s3.notification.NotificationSettings;
import io.laguna.emulator.s3.notification.Notifications;
import io.laguna.emulator.s3.object.NewMetadata;
import io.laguna.emulator.s3.object.ObjectAttributes;
import io.laguna.emulator.s3.object.ObjectCopies;
import io.laguna.emulator.s3.object.ObjectDeletes;
import io.laguna.emulator.s3.object.ObjectLocks;
import io.laguna.emulator.s3.object.ObjectReads;
import io.laguna.emulator.s3.object.ObjectTags;
import io.laguna.emulator.s3.object.ObjectWrites;
import io.laguna.emulator.s3.store.Store;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import io.laguna.emulator.s3.upload.FinishedUploads;
import io.laguna.emulator.s3.upload.MultipartUploads;
import io.laguna.emulator.s3.upload.UploadCompletions;
import io.laguna.emulator.s3.watch.FolderWatch;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;

/** Amazon S3. One per process; all callers see the same buckets. */
public final class S3 implements Service<S3Client> {
    private final ObjectEvents events;
    private final Store store;
    private final BucketDocuments documents;
    private final Notifications notifications;
    private final Locks locks;
    private final Lifecycles lifecycles;
    private final LifecycleSweep sweep;
    private final FolderWatch watch;
    private final FinishedUploads finished = new FinishedUploads();

    private S3(Path folder, Clock clock, Optional<NotificationSettings> settings, Set<String> watched) {
        this.events = new ObjectEvents();
        this.store = Store.open(folder, this::happened);
        this.documents = new BucketDocuments(store);
        this.notifications = new Notifications(documents, settings, clock);
        this.locks = new Locks(documents, clock);
        this.lifecycles = new Lifecycles(documents);
        this.sweep = new LifecycleSweep(store, lifecycles, locks, clock);
        this.watch = FolderWatch.start(store, watched);
    }

    /** Opens a folder of buckets, which is made if it is missing. */
    public static S3 open(Path folder) {
        return open(folder, Clock.systemUTC());
    }

    /** Opens a folder of buckets that notify others of their objects. */
    public static S3 open(Path folder, NotificationSettings settings) {
        return open(folder, settings, Set.of());
    }

    /**
     * Opens a folder of buckets that notify others of their objects.
     *
     * @param watched the buckets in whose folders files that come by hand are events too
     */
    public static S3 open(Path folder, NotificationSettings settings, Set<String> watched) {
        return open(folder, Clock.systemUTC(), Optional.of(settings), watched);
    }

    /** Opens a folder of buckets that notify nobody, with an eye on the folders of some. */
    static S3 watching(Path folder, Set<String> watched) {
        return open(folder, Clock.systemUTC(), Optional.empty(), watched);
    }

    static S3 open(Path folder, Clock clock) {
        return open(folder, clock, Optional.empty(), Set.of());
    }

    private static S3 open(Path folder, Clock clock, Optional<NotificationSettings> settings, Set<String> watched) {
        S3 opened = new S3(folder, clock, settings, watched);
        opened.sweep.start();
        return opened;
    }

    /** A notification is kept before anybody else hears of an event, and before the call is answered that made it. */
    private void happened(ObjectEvent event) {
        notifications.happened(event);
        events.publish(event);
    }

    /** Sweeps once, which also happens every hour. */
    void sweep() {
        sweep.run();
    }

    /** S3 Control over the same buckets; closed with this. */
    public Service<S3ControlClient> control() {
        return new S3Control(store, documents);
    }

    /** Objects that come and go. */
    public ObjectEvents events() {
        return events;
    }

    @Override
    public List<S3Client> rooms(Caller caller) {
        BucketAccess access = new BucketAccess(caller, store);
        NewMetadata metadata =
                new NewMetadata(new Encryption(caller, documents), new BucketAcls(caller, documents), locks);
        return List.of(
                new Buckets(access, documents),
                new Versions(access),
                new Acls(access, documents),
                new BucketTags(access, documents),
                new BucketCorsRules(access, documents),
                new BucketPolicies(access, documents),
                new BucketSettings(access, documents),
                new BucketLifecycles(access, documents),
                new BucketNotifications(access, documents, notifications),
                new Unreplicated(access),
                new BucketLogging(access, documents),
                new BucketWebsites(access, documents),
                new BucketAcceleration(access, documents),
                new Metrics(access, documents),
                new Inventories(access, documents),
                new Analytics(access, documents),
                new Tierings(access, documents),
                new Listings(access),
                new VersionLists(access),
                new ObjectReads(access, lifecycles),
                new ObjectAttributes(access),
                new ObjectWrites(access, metadata, lifecycles),
                new ObjectCopies(access, metadata),
                new ObjectDeletes(access, locks),
                new ObjectTags(access),
                new ObjectLocks(access, documents, locks),
                new MultipartUploads(access, metadata),
                new UploadCompletions(access, lifecycles, finished),
                new UploadLists(access));
    }

    @Override
    public void close() {
        watch.close();
        sweep.close();
        notifications.close();
        events.close();
    }
}
