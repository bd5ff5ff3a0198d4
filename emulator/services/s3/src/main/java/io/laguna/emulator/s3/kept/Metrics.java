package io.laguna.emulator.s3.kept;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Room;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteBucketMetricsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketMetricsConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketMetricsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketMetricsConfigurationResponse;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.MetricsConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketMetricsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketMetricsConfigurationResponse;

/**
 * Configurations of metrics of requests. No metric is measured by them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketMetricsConfiguration.html">PutBucketMetricsConfiguration</a>
 */
public final class Metrics extends Room {
    private final NamedConfigurations<MetricsConfiguration> kept;

    public Metrics(BucketAccess access, BucketDocuments documents) {
        this.kept = new NamedConfigurations<>(access, documents, Kind.METRICS, MetricsConfiguration::builder);
    }

    @Override
    public GetBucketMetricsConfigurationResponse getBucketMetricsConfiguration(
            GetBucketMetricsConfigurationRequest request) {
        return GetBucketMetricsConfigurationResponse.builder()
                .metricsConfiguration(kept.get(request))
                .build();
    }

    @Override
    public PutBucketMetricsConfigurationResponse putBucketMetricsConfiguration(
            PutBucketMetricsConfigurationRequest request) {
        kept.put(request, Optional.ofNullable(request.metricsConfiguration()), Metrics::check);
        return PutBucketMetricsConfigurationResponse.builder().build();
    }

    @Override
    public DeleteBucketMetricsConfigurationResponse deleteBucketMetricsConfiguration(
            DeleteBucketMetricsConfigurationRequest request) {
        kept.delete(request);
        return DeleteBucketMetricsConfigurationResponse.builder().build();
    }

    @Override
    public ListBucketMetricsConfigurationsResponse listBucketMetricsConfigurations(
            ListBucketMetricsConfigurationsRequest request) {
        Slice<MetricsConfiguration> page = kept.list(request);
        ListBucketMetricsConfigurationsResponse.Builder response = ListBucketMetricsConfigurationsResponse.builder()
                .continuationToken(request.continuationToken())
                .isTruncated(page.next().isPresent())
                .metricsConfigurationList(page.items());
        page.next().ifPresent(response::nextContinuationToken);
        return response.build();
    }

    private static void check(MetricsConfiguration configuration) {
        Optional.ofNullable(configuration.filter()).ifPresent(Documents::requireOneMember);
    }
}
