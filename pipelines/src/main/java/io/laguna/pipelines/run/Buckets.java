package io.laguna.pipelines.run;

import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** The buckets of a run. */
public record Buckets(S3Client s3, String region) {
    /** The region that a bucket has when a request names none. A request may not name it. */
    private static final String FIRST_REGION = "us-east-1";

    /** Makes the buckets that are not there. */
    public void create(List<String> names) {
        names.stream().filter(name -> !isThere(name)).forEach(name -> s3.createBucket(request(name)));
    }

    private boolean isThere(String name) {
        try {
            s3.headBucket(request -> request.bucket(name));
            return true;
        } catch (NoSuchBucketException e) {
            return false;
        }
    }

    private CreateBucketRequest request(String name) {
        CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(name);
        if (!region.equals(FIRST_REGION)) {
            request.createBucketConfiguration(CreateBucketConfiguration.builder()
                    .locationConstraint(region)
                    .build());
        }
        return request.build();
    }
}
