package io.laguna.emulator.s3.store.layout;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The locks of keys: who may look at a key's files, and who may change them. A lock is held while files get their names,
 * never while bytes come or go; nobody holds two, because different keys share locks.
 */
public final class KeyLocks {
    private static final int STRIPES = 1024;

    private final ReadWriteLock[] stripes =
            Stream.generate(ReentrantReadWriteLock::new).limit(STRIPES).toArray(ReadWriteLock[]::new);

    public <T> T reading(BucketFolder bucket, String key, Supplier<T> work) {
        return holding(stripe(bucket, key).readLock(), work);
    }

    public <T> T writing(BucketFolder bucket, String key, Supplier<T> work) {
        return holding(stripe(bucket, key).writeLock(), work);
    }

    public static <T> T holding(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private ReadWriteLock stripe(BucketFolder bucket, String key) {
        int hash = 31 * bucket.name().hashCode() + key.hashCode();
        return stripes[(hash ^ hash >>> 16) & STRIPES - 1];
    }
}
