package io.laguna.emulator.crawl.cases;

import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.CrawledStore;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** A bucket in memory, called {@code b}. */
final class MemoryStore implements CrawledStore {
    static final String BUCKET = "b";

    private final NavigableMap<String, byte[]> objects = new TreeMap<>();
    private final AtomicLong read = new AtomicLong();

    void put(String key, byte[] bytes) {
        objects.put(key, bytes);
    }

    /** Deletes every object whose key begins with the prefix. */
    void delete(String prefix) {
        objects.keySet().removeIf(key -> key.startsWith(prefix));
    }

    long bytesRead() {
        return read.get();
    }

    @Override
    public Iterator<CrawledObject> list(String bucket, String prefix) {
        return objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .map(object ->
                        new CrawledObject(bucket, object.getKey(), object.getValue().length, Instant.EPOCH, "etag"))
                .toList()
                .iterator();
    }

    @Override
    public InputStream open(CrawledObject object, long from, long length) throws IOException {
        byte[] bytes = objects.get(object.key());
        if (bytes == null) {
            throw new FileNotFoundException(object.location());
        }
        int end = (int) Math.min(bytes.length, from + length);
        read.addAndGet(end - from);
        return new ByteArrayInputStream(Arrays.copyOfRange(bytes, (int) from, end));
    }
}
