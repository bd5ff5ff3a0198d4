package io.laguna.emulator.s3.kept;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Room;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.AnalyticsConfiguration;
import software.amazon.awssdk.services.s3.model.AnalyticsS3BucketDestination;
import software.amazon.awssdk.services.s3.model.DeleteBucketAnalyticsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketAnalyticsConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketAnalyticsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAnalyticsConfigurationResponse;
import software.amazon.awssdk.services.s3.model.ListBucketAnalyticsConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketAnalyticsConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketAnalyticsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAnalyticsConfigurationResponse;

/**
 * Configurations of analyses of storage classes. Nothing is analysed by them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAnalyticsConfiguration.html">PutBucketAnalyticsConfiguration</a>
 */
public final class Analytics extends Room {
    private final NamedConfigurations<AnalyticsConfiguration> kept;

    public Analytics(BucketAccess access, BucketDocuments documents) {
        this.kept = new NamedConfigurations<>(access, documents, Kind.ANALYTICS, AnalyticsConfiguration::builder);
    }

    @Override
    public GetBucketAnalyticsConfigurationResponse getBucketAnalyticsConfiguration(
            GetBucketAnalyticsConfigurationRequest request) {
        return GetBucketAnalyticsConfigurationResponse.builder()
                .analyticsConfiguration(kept.get(request))
                .build();
    }

    @Override
    public PutBucketAnalyticsConfigurationResponse putBucketAnalyticsConfiguration(
            PutBucketAnalyticsConfigurationRequest request) {
        kept.put(request, Optional.ofNullable(request.analyticsConfiguration()), Analytics::check);
        return PutBucketAnalyticsConfigurationResponse.builder().build();
    }

    @Override
    public DeleteBucketAnalyticsConfigurationResponse deleteBucketAnalyticsConfiguration(
            DeleteBucketAnalyticsConfigurationRequest request) {
        kept.delete(request);
        return DeleteBucketAnalyticsConfigurationResponse.builder().build();
    }

    @Override
    public ListBucketAnalyticsConfigurationsResponse listBucketAnalyticsConfigurations(
            ListBucketAnalyticsConfigurationsRequest request) {
        Slice<AnalyticsConfiguration> page = kept.list(request);
        ListBucketAnalyticsConfigurationsResponse.Builder response = ListBucketAnalyticsConfigurationsResponse.builder()
                .continuationToken(request.continuationToken())
                .isTruncated(page.next().isPresent())
                .analyticsConfigurationList(page.items());
        page.next().ifPresent(response::nextContinuationToken);
        return response.build();
    }

    private static void check(AnalyticsConfiguration configuration) {
        Optional.ofNullable(configuration.filter()).ifPresent(Documents::requireOneMember);
        Optional.ofNullable(configuration.storageClassAnalysis().dataExport()).ifPresent(export -> {
            Documents.requireKnown(Optional.of(export.outputSchemaVersion()));
            AnalyticsS3BucketDestination destination = export.destination().s3BucketDestination();
            Documents.requireBucketArn(destination.bucket());
            Documents.requireKnown(Optional.of(destination.format()));
        });
    }
}
