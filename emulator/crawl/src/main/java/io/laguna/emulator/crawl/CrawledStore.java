package io.laguna.emulator.crawl;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/** Buckets whose objects a crawl lists and reads, from several threads at once. */
public interface CrawledStore {
    /** Returns the objects whose keys begin with the prefix, in the order of their keys. */
    Iterator<CrawledObject> list(String bucket, String prefix);

    /**
     * Opens a part of an object.
     *
     * @param from the first byte, from 0
     * @param length in bytes; the object may end before
     * @throws java.io.FileNotFoundException when the object has been deleted since it was listed
     */
    InputStream open(CrawledObject object, long from, long length) throws IOException;
}
