package io.laguna.emulator.glue.crawler.work;

import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.CrawledStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The buckets of a caller, as a crawl lists and reads them. */
public record S3Store(S3Client s3) implements CrawledStore {
    /**
     * Lists objects, a page at a time.
     *
     * @throws CrawlFailedException when the bucket is not there
     */
    @Override
    public Iterator<CrawledObject> list(String bucket, String prefix) {
        try {
            return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                    .map(object -> crawled(bucket, object))
                    .iterator();
        } catch (NoSuchBucketException e) {
            throw new CrawlFailedException("S3 bucket " + bucket + " does not exist", e);
        }
    }

    @Override
    public InputStream open(CrawledObject object, long from, long length) throws IOException {
        try {
            return s3.getObject(get -> get.bucket(object.bucket())
                    .key(object.key())
                    .range("bytes=" + from + "-" + (from + Math.max(1, length) - 1)));
        } catch (NoSuchKeyException e) {
            throw new FileNotFoundException(object.location());
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static CrawledObject crawled(String bucket, S3Object object) {
        return new CrawledObject(bucket, object.key(), object.size(), object.lastModified(), object.eTag());
    }
}
