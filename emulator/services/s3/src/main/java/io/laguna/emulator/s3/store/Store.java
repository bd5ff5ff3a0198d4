package io.laguna.emulator.s3.store;

import java.nio.file.Path;
import java.util.function.Consumer;

/** All that S3 keeps: the folder of the buckets, opened by the one process that may change it through S3. */
public final class Store {
    private final Buckets buckets = new Buckets();
    private final StoredObjects objects = new StoredObjects();
    private final Listings listings = new Listings();
    private final Uploads uploads = new Uploads();

    private Store() {}

    /**
     * Opens a folder of buckets, which is made if it is missing, and removes what a process that died was writing.
     *
     * @param listener told of every object that came or went, after it happened, by the thread that made it happen
     */
    public static Store open(Path folder, Consumer<ObjectEvent> listener) {
        throw new UnsupportedOperationException("open " + folder + listener);
    }

    public Buckets buckets() {
        return buckets;
    }

    public StoredObjects objects() {
        return objects;
    }

    public Listings listings() {
        return listings;
    }

    public Uploads uploads() {
        return uploads;
    }
}
