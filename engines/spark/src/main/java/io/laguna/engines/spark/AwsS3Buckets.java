package io.laguna.engines.spark;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The commands {@code aws s3 ls}, {@code mb} and {@code rb}. */
final class AwsS3Buckets {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final S3Client s3;
    private final AwsS3Options options;
    private final PrintStream out;

    AwsS3Buckets(S3Client s3, AwsS3Options options, PrintStream out) {
        this.s3 = s3;
        this.options = options;
        this.out = out;
    }

    /** Lists what the path names, and tells whether there was anything to list. */
    boolean list() {
        if (options.paths().isEmpty() || options.paths().get(0).equals("s3://")) {
            s3.listBuckets()
                    .buckets()
                    .forEach(bucket -> out.println(TIME.format(bucket.creationDate()) + " " + bucket.name()));
            return true;
        }
        String path = options.paths().get(0);
        // `aws s3 ls bucket/prefix` needs no scheme.
        S3Location location =
                S3Location.of(path).or(() -> S3Location.of("s3://" + path)).orElseThrow();
        long objects = 0;
        long bytes = 0;
        boolean any = false;
        for (ListObjectsV2Response page : s3.listObjectsV2Paginator(request -> request.bucket(location.bucket())
                .prefix(location.key())
                .delimiter(options.has("--recursive") ? null : "/"))) {
            for (var prefix : page.commonPrefixes()) {
                any = true;
                out.printf("%30s %s%n", "PRE", name(location, prefix.prefix()));
            }
            for (S3Object object : page.contents()) {
                any = true;
                objects++;
                bytes += object.size();
                line(
                        object.lastModified(),
                        object.size(),
                        options.has("--recursive") ? object.key() : name(location, object.key()));
            }
        }
        if (options.has("--summarize")) {
            out.printf(Locale.ROOT, "%nTotal Objects: %d%n   Total Size: %d%n", objects, bytes);
        }
        return any || location.key().isEmpty();
    }

    private void line(Instant modified, long size, String name) {
        out.printf(Locale.ROOT, "%s %10d %s%n", TIME.format(modified), size, name);
    }

    /** Returns what is behind the last slash of the prefix. */
    private static String name(S3Location location, String key) {
        return key.substring(location.key().lastIndexOf('/') + 1);
    }

    boolean make() {
        String bucket = bucket();
        s3.createBucket(request -> request.bucket(bucket));
        out.println("make_bucket: " + bucket);
        return true;
    }

    boolean remove() {
        String bucket = bucket();
        if (options.has("--force")) {
            s3.listObjectsV2Paginator(request -> request.bucket(bucket))
                    .contents()
                    .forEach(object -> {
                        s3.deleteObject(request -> request.bucket(bucket).key(object.key()));
                        out.println("delete: s3://" + bucket + "/" + object.key());
                    });
        }
        s3.deleteBucket(request -> request.bucket(bucket));
        out.println("remove_bucket: " + bucket);
        return true;
    }

    private String bucket() {
        return S3Location.of(options.paths().get(0))
                .map(S3Location::bucket)
                .orElseThrow(() -> SdkException.create("Error: no s3:// address: " + options.paths(), null));
    }
}
