package io.laguna.pipelines.covid;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

/** The buckets of the lake. */
public record Zones(String raw, String trusted, String refined, String warehouse) {
    public static final Zones LOCAL = new Zones("raw", "trusted", "refined", "warehouse");

    /** Makes the buckets that are not there. */
    public void create(S3Client s3) {
        Set<String> present =
                s3.listBuckets().buckets().stream().map(Bucket::name).collect(Collectors.toSet());
        List.of(raw, trusted, refined, warehouse).stream()
                .filter(bucket -> !present.contains(bucket))
                .forEach(bucket -> s3.createBucket(request -> request.bucket(bucket)));
    }

    static String uri(String bucket) {
        return "s3://" + bucket;
    }
}
