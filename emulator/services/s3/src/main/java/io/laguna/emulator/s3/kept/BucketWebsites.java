package io.laguna.emulator.s3.kept;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.PutBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.PutBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.WebsiteConfiguration;

/** Configurations of buckets as websites. No website endpoint answers by them. */
public final class BucketWebsites extends Room {
    private final BucketAccess access;
    private final BucketDocuments documents;

    public BucketWebsites(BucketAccess access, BucketDocuments documents) {
        this.access = access;
        this.documents = documents;
    }

    @Override
    public GetBucketWebsiteResponse getBucketWebsite(GetBucketWebsiteRequest request) {
        WebsiteConfiguration website = documents
                .read(access.bucket(request).name(), Kind.WEBSITE, WebsiteConfiguration.builder())
                .orElseThrow(Failure.NO_SUCH_WEBSITE_CONFIGURATION::exception);
        GetBucketWebsiteResponse.Builder response = GetBucketWebsiteResponse.builder()
                .redirectAllRequestsTo(website.redirectAllRequestsTo())
                .indexDocument(website.indexDocument())
                .errorDocument(website.errorDocument());
        if (website.hasRoutingRules()) {
            response.routingRules(website.routingRules());
        }
        return response.build();
    }

    @Override
    public PutBucketWebsiteResponse putBucketWebsite(PutBucketWebsiteRequest request) {
        String bucket = access.bucket(request).name();
        WebsiteConfiguration website = Documents.whole(Optional.ofNullable(request.websiteConfiguration()));
        WebsiteRules.check(website);
        documents.write(bucket, Kind.WEBSITE, website);
        return PutBucketWebsiteResponse.builder().build();
    }

    /** Removes a configuration that may be there or not. */
    @Override
    public DeleteBucketWebsiteResponse deleteBucketWebsite(DeleteBucketWebsiteRequest request) {
        documents.remove(access.bucket(request).name(), Kind.WEBSITE);
        return DeleteBucketWebsiteResponse.builder().build();
    }
}
