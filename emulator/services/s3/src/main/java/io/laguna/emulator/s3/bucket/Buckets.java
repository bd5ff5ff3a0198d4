package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Owners;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.bucket.Bucket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.Tagging;

/** The calls that make, list and delete buckets. */
public final class Buckets extends Room {
    private static final int MOST_BUCKETS = 10_000;

    /**
     * The public access block that every bucket has since April 2023, until it is changed.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html">Default settings for new S3
     *     buckets</a>
     */
    private static final PublicAccessBlockConfiguration NO_PUBLIC_ACCESS = PublicAccessBlockConfiguration.builder()
            .blockPublicAcls(true)
            .ignorePublicAcls(true)
            .blockPublicPolicy(true)
            .restrictPublicBuckets(true)
            .build();

    private final BucketAccess access;
    private final BucketDocuments documents;
    private final BucketAcls acls;

    public Buckets(BucketAccess access, BucketDocuments documents) {
        this.access = access;
        this.documents = documents;
        this.acls = new BucketAcls(access.caller(), documents);
    }

    @Override
    public CreateBucketResponse createBucket(CreateBucketRequest request) {
        String name = Optional.ofNullable(request.bucket()).orElse("");
        BucketNames.check(name);
        Optional<CreateBucketConfiguration> configuration = Optional.ofNullable(request.createBucketConfiguration());
        configuration.ifPresent(Buckets::refuseDirectory);
        ObjectOwnership ownership = ownership(request).orElse(ObjectOwnership.BUCKET_OWNER_ENFORCED);
        String region = region(configuration);
        if (isAgain(name, region)) {
            Optional<String> acl = acls.ofRequest(request, acls.ownership(name), acls.block(name));
            documents.remove(name, Kind.ACL);
            acl.ifPresent(document -> documents.writeText(name, Kind.ACL, document));
            return created(name);
        }
        Optional<String> acl = acls.ofRequest(request, Optional.of(ownership), Optional.of(NO_PUBLIC_ACCESS));
        Map<Kind, String> texts = new EnumMap<>(Kind.class);
        texts.put(Kind.OWNERSHIP_CONTROLS, ShapeJson.write(controls(ownership)));
        texts.put(Kind.PUBLIC_ACCESS_BLOCK, ShapeJson.write(NO_PUBLIC_ACCESS));
        acl.ifPresent(document -> texts.put(Kind.ACL, document));
        configuration
                .filter(CreateBucketConfiguration::hasTags)
                .ifPresent(each -> texts.put(
                        Kind.TAGGING,
                        ShapeJson.write(Tagging.builder().tagSet(each.tags()).build())));
        documents.create(name, region, Boolean.TRUE.equals(request.objectLockEnabledForBucket()), texts);
        return created(name);
    }

    /** In AWS's first region a bucket can be created again by whoever owns it, and has a new ACL then. */
    private boolean isAgain(String name, String region) {
        return region.equals(Caller.DEFAULT_REGION)
                && access.store()
                        .buckets()
                        .find(name)
                        .filter(bucket -> regionOf(bucket).equals(region))
                        .isPresent();
    }

    private static OwnershipControls controls(ObjectOwnership ownership) {
        return OwnershipControls.builder()
                .rules(OwnershipControlsRule.builder()
                        .objectOwnership(ownership)
                        .build())
                .build();
    }

    private static CreateBucketResponse created(String name) {
        return CreateBucketResponse.builder()
                .location("/" + name)
                .bucketArn("arn:aws:s3:::" + name)
                .build();
    }

    @Override
    public DeleteBucketResponse deleteBucket(DeleteBucketRequest request) {
        Bucket bucket = access.bucket(request);
        return StoreCalls.of(bucket.name(), "", () -> {
            access.store().buckets().delete(bucket.name());
            return DeleteBucketResponse.builder().build();
        });
    }

    @Override
    public HeadBucketResponse headBucket(HeadBucketRequest request) {
        Bucket bucket = access.bucket(request);
        return HeadBucketResponse.builder()
                .bucketRegion(regionOf(bucket))
                .bucketArn("arn:aws:s3:::" + bucket.name())
                .accessPointAlias(false)
                .build();
    }

    @Override
    public GetBucketLocationResponse getBucketLocation(GetBucketLocationRequest request) {
        String region = regionOf(access.bucket(request));
        return GetBucketLocationResponse.builder()
                .locationConstraint(region.equals(Caller.DEFAULT_REGION) ? "" : region)
                .build();
    }

    @Override
    public ListBucketsResponse listBuckets(ListBucketsRequest request) {
        int most = Optional.ofNullable(request.maxBuckets()).orElse(MOST_BUCKETS);
        if (most < 1 || most > MOST_BUCKETS) {
            throw Arguments.invalid(
                    "max-buckets",
                    Integer.toString(most),
                    "Argument max-buckets must be an integer" + " between 1 and 10000");
        }
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        String after =
                Members.text(request, "ContinuationToken").map(Buckets::opened).orElse("");
        List<Bucket> matching = access.store().buckets().list().stream()
                .filter(bucket -> bucket.name().startsWith(prefix))
                .filter(bucket -> bucket.name().compareTo(after) > 0)
                .filter(bucket -> Members.text(request, "BucketRegion")
                        .map(region -> region.equals(regionOf(bucket)))
                        .orElse(true))
                .toList();
        List<Bucket> page = matching.subList(0, Math.min(most, matching.size()));
        ListBucketsResponse.Builder response = ListBucketsResponse.builder()
                .owner(Owners.of(access.caller().accountId()))
                .buckets(page.stream().map(bucket -> shape(bucket, request)).toList());
        Members.text(request, "Prefix").ifPresent(response::prefix);
        if (page.size() < matching.size()) {
            response.continuationToken(token(page.get(page.size() - 1).name()));
        }
        return response.build();
    }

    /** The region is part of a page only, as with AWS. */
    private static software.amazon.awssdk.services.s3.model.Bucket shape(Bucket bucket, ListBucketsRequest request) {
        boolean paged = Optional.ofNullable(request.maxBuckets()).isPresent();
        return software.amazon.awssdk.services.s3.model.Bucket.builder()
                .name(bucket.name())
                .creationDate(bucket.created())
                .bucketArn("arn:aws:s3:::" + bucket.name())
                .bucketRegion(paged ? regionOf(bucket) : null)
                .build();
    }

    private static String token(String name) {
        return Base64.getUrlEncoder().encodeToString(("b1" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String opened(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith("b1")) {
                return text.substring(2);
            }
        } catch (IllegalArgumentException e) {
            throw Arguments.invalid("continuation-token", token, "The continuation token provided is incorrect");
        }
        throw Arguments.invalid("continuation-token", token, "The continuation token provided is incorrect");
    }

    private static void refuseDirectory(CreateBucketConfiguration configuration) {
        boolean directory = Optional.ofNullable(configuration.bucket()).isPresent()
                || Optional.ofNullable(configuration.location()).isPresent();
        if (directory) {
            throw Failure.NOT_IMPLEMENTED.exception("not implemented by Laguna: directory buckets");
        }
    }

    private static Optional<ObjectOwnership> ownership(CreateBucketRequest request) {
        Optional<ObjectOwnership> ownership = Optional.ofNullable(request.objectOwnership());
        if (ownership.isPresent() && ownership.get() == ObjectOwnership.UNKNOWN_TO_SDK_VERSION) {
            throw Arguments.invalid(
                    "x-amz-object-ownership",
                    request.objectOwnershipAsString(),
                    "Invalid x-amz-object-ownership header");
        }
        return ownership;
    }

    /**
     * Returns where a bucket is to be. The first region takes any other by its name, and its own by no name; each other region
     * takes its own alone, by its name.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html">CreateBucket</a>
     */
    private String region(Optional<CreateBucketConfiguration> configuration) {
        String called = access.caller().region();
        boolean first = called.equals(Caller.DEFAULT_REGION);
        Optional<String> constraint = configuration
                .map(CreateBucketConfiguration::locationConstraintAsString)
                .filter(text -> !text.isEmpty());
        if (constraint.isEmpty() && first) {
            return called;
        }
        String named = constraint.orElse("unspecified");
        String region = named.equals("EU") ? "eu-west-1" : named;
        if (constraint.isPresent()
                && (!region.matches("[a-z]{2}(?:-[a-z]+)+-\\d") || (first && region.equals(called)))) {
            throw Failure.INVALID_LOCATION_CONSTRAINT.exception();
        }
        if (!first && !region.equals(called)) {
            throw Failure.ILLEGAL_LOCATION_CONSTRAINT.exception(
                    "The " + named
                            + " location constraint is incompatible for the region specific endpoint this request was sent to.");
        }
        return region;
    }

    static String regionOf(Bucket bucket) {
        return bucket.region().orElse(Caller.DEFAULT_REGION);
    }
}
