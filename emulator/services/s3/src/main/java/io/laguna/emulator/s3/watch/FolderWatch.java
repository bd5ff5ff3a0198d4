package io.laguna.emulator.s3.watch;

import io.laguna.emulator.kit.work.Worker;
import io.laguna.emulator.s3.store.Store;
import io.laguna.emulator.s3.store.listing.FileByHand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The watch over the folders of some buckets: a file that comes there by hand is an event as if S3 had put it. A file is told of when
 * it has stayed as it is for two seconds, and nobody has it open to write. That it has been told of is kept with the file, after the
 * event is: a kill between the two makes the event come twice.
 */
public final class FolderWatch implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(2);

    /** A look at large buckets takes this part of the time at most. */
    private static final int SHARE = 10;

    private final Store store;
    private final Set<String> buckets;
    private final Worker worker = new Worker("folder-watch", this::look);
    private Map<FileByHand, Long> seen = new HashMap<>();

    private FolderWatch(Store store, Set<String> buckets) {
        this.store = store;
        this.buckets = buckets;
    }

    /** Starts to watch the folders of buckets, which may be made later. */
    public static FolderWatch start(Store store, Set<String> buckets) {
        FolderWatch watch = new FolderWatch(store, Set.copyOf(buckets));
        if (!buckets.isEmpty()) {
            watch.worker.start();
        }
        return watch;
    }

    /** Looks at all buckets; one that cannot be read is told of when the others have been looked at. */
    private Optional<Duration> look() {
        long begun = System.nanoTime();
        Map<FileByHand, Long> still = new HashMap<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (String bucket : buckets) {
            try {
                look(bucket, begun, still);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        seen = still;
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(SHARE);
        return Optional.of(taken.compareTo(BETWEEN_LOOKS) > 0 ? taken : BETWEEN_LOOKS);
    }

    private void look(String bucket, long begun, Map<FileByHand, Long> still) {
        for (FileByHand file : store.byHand().of(bucket)) {
            long since = seen.getOrDefault(file, begun);
            boolean told = begun - since >= QUIET.toNanos() && tell(bucket, file);
            if (!told) {
                still.put(file, since);
            }
        }
    }

    private boolean tell(String bucket, FileByHand file) {
        if (OpenFiles.isWritten(file.path())) {
            return false;
        }
        return store.objects().adopt(bucket, file.key(), file.stat());
    }

    @Override
    public void close() {
        worker.close();
    }
}
