package io.laguna.pipelines.covid.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The case deliveries' part of the raw bucket, as objects. */
final class RawZone {
    static final String CASES = "covid/cases/";
    /** The keys that one DeleteObjects request takes at most. */
    private static final int KEYS_PER_DELETE = 1000;
    /** The form of a delivery's keys. Folders of any other name belong to somebody else and are left alone. */
    private static final Pattern DELIVERY_KEY =
            Pattern.compile(Pattern.quote(CASES) + "delivery=(\\d{4}-\\d{2}-\\d{2}T\\d{6})/(.+)");

    private final S3Client s3;
    private final String bucket;

    RawZone(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    static String folder(String delivery) {
        return CASES + "delivery=" + delivery + "/";
    }

    S3Client s3() {
        return s3;
    }

    String bucket() {
        return bucket;
    }

    /** Returns file names with sizes of every delivery, finished or not, the oldest first. */
    SortedMap<String, SortedMap<String, Long>> deliveries() {
        SortedMap<String, SortedMap<String, Long>> deliveries = new TreeMap<>();
        try {
            for (S3Object object : s3.listObjectsV2Paginator(
                            request -> request.bucket(bucket).prefix(CASES))
                    .contents()) {
                Matcher key = DELIVERY_KEY.matcher(object.key());
                if (key.matches()) {
                    deliveries
                            .computeIfAbsent(key.group(1), delivery -> new TreeMap<>())
                            .put(key.group(2), object.size());
                }
            }
        } catch (NoSuchBucketException missing) {
            throw new IngestException("The bucket '" + bucket + "' does not exist: create it first.", missing);
        }
        return deliveries;
    }

    Optional<byte[]> read(String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asByteArray());
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    void write(String key, String contentType, byte[] bytes) {
        s3.putObject(request -> request.bucket(bucket).key(key).contentType(contentType), RequestBody.fromBytes(bytes));
    }

    void copy(String key, String target) {
        s3.copyObject(request -> request.sourceBucket(bucket)
                .sourceKey(key)
                .destinationBucket(bucket)
                .destinationKey(target));
    }

    /** Deletes a delivery's folder, the manifest first so that no reader sees a part of it. */
    void deleteDelivery(String delivery) {
        String folder = folder(delivery);
        deleteKey(folder + DeliveryCatalog.MANIFEST);
        List<String> keys = new ArrayList<>();
        s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(folder))
                .contents()
                .forEach(object -> keys.add(object.key()));
        for (int from = 0; from < keys.size(); from += KEYS_PER_DELETE) {
            delete(keys.subList(from, Math.min(keys.size(), from + KEYS_PER_DELETE)));
        }
    }

    void deleteKey(String key) {
        s3.deleteObject(request -> request.bucket(bucket).key(key));
    }

    private void delete(List<String> keys) {
        List<ObjectIdentifier> objects = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key).build())
                .toList();
        List<S3Error> errors = s3.deleteObjects(
                        request -> request.bucket(bucket).delete(delete -> delete.objects(objects)))
                .errors();
        if (!errors.isEmpty()) {
            throw new IngestException("s3://" + bucket + "/" + errors.get(0).key() + " cannot be deleted: "
                    + errors.get(0).message());
        }
    }

    /**
     * Aborts the multipart uploads whose key passes: S3 stores parts of an upload that died, and charges for them, for
     * ever.
     */
    void abortUploads(Predicate<String> abandoned) {
        for (MultipartUpload upload : s3.listMultipartUploadsPaginator(
                        request -> request.bucket(bucket).prefix(CASES))
                .uploads()) {
            if (abandoned.test(upload.key())) {
                s3.abortMultipartUpload(
                        request -> request.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()));
            }
        }
    }
}
