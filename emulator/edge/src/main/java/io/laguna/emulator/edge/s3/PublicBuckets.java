package io.laguna.emulator.edge.s3;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/**
 * The calls that anybody may make without a signature, because an ACL grants them to all users.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html">Access control list overview</a>
 */
record PublicBuckets(S3Client s3) {
    private static final String ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";

    private static final Set<String> READ_OBJECT = Set.of("GetObject", "HeadObject");
    private static final Set<String> READ_BUCKET =
            Set.of("ListObjects", "ListObjectsV2", "ListObjectVersions", "ListMultipartUploads", "HeadBucket");
    private static final Set<String> WRITE_BUCKET = Set.of("PutObject", "DeleteObject", "DeleteObjects");

    /**
     * Tells whether an operation is allowed. What is not there is told to those who may list the bucket.
     *
     * @param operation its name: {@code GetObject}
     * @param key empty for an operation on a bucket
     */
    boolean allow(String operation, String bucket, String key) {
        try {
            if (ignoresAcls(bucket)) {
                return false;
            }
            if (READ_OBJECT.contains(operation)) {
                return grants(object(bucket, key), Permission.READ);
            }
            if (READ_BUCKET.contains(operation)) {
                return grants(ofBucket(bucket), Permission.READ);
            }
            if (WRITE_BUCKET.contains(operation)) {
                return grants(ofBucket(bucket), Permission.WRITE);
            }
            return switch (operation) {
                case "GetObjectAcl" -> grants(object(bucket, key), Permission.READ_ACP);
                case "GetBucketAcl" -> grants(ofBucket(bucket), Permission.READ_ACP);
                default -> false;
            };
        } catch (NoSuchBucketException e) {
            // That a bucket is not there everybody is told.
            return true;
        } catch (NoSuchKeyException e) {
            return grants(ofBucket(bucket), Permission.READ);
        }
    }

    private List<Grant> object(String bucket, String key) {
        return s3.getObjectAcl(request -> request.bucket(bucket).key(key)).grants();
    }

    private List<Grant> ofBucket(String bucket) {
        return s3.getBucketAcl(request -> request.bucket(bucket)).grants();
    }

    private boolean ignoresAcls(String bucket) {
        try {
            PublicAccessBlockConfiguration block =
                    s3.getPublicAccessBlock(request -> request.bucket(bucket)).publicAccessBlockConfiguration();
            return Boolean.TRUE.equals(block.ignorePublicAcls());
        } catch (NoSuchBucketException e) {
            throw e;
        } catch (AwsServiceException e) {
            // It has no such configuration.
            return false;
        }
    }

    private static boolean grants(List<Grant> grants, Permission permission) {
        return grants.stream()
                .filter(grant -> ALL_USERS.equals(grant.grantee().uri()))
                .anyMatch(grant -> grant.permission() == permission || grant.permission() == Permission.FULL_CONTROL);
    }
}
