package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Room;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketAnalyticsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAnalyticsConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketIntelligentTieringConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketIntelligentTieringConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketInventoryConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketInventoryConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketMetricsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketMetricsConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.ListBucketAnalyticsConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketAnalyticsConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.ListBucketIntelligentTieringConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketIntelligentTieringConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsResponse;

/**
 * The settings that no bucket here has: asked for, each is not configured, which is true and what AWS answers then. None
 * can be configured.
 */
public final class Unconfigured extends Room {
    private final BucketAccess access;

    public Unconfigured(BucketAccess access) {
        this.access = access;
    }

    @Override
    public GetBucketLoggingResponse getBucketLogging(GetBucketLoggingRequest request) {
        access.bucket(request);
        return GetBucketLoggingResponse.builder().build();
    }

    @Override
    public GetBucketAccelerateConfigurationResponse getBucketAccelerateConfiguration(
            GetBucketAccelerateConfigurationRequest request) {
        access.bucket(request);
        return GetBucketAccelerateConfigurationResponse.builder().build();
    }

    @Override
    public GetBucketReplicationResponse getBucketReplication(GetBucketReplicationRequest request) {
        access.bucket(request);
        throw Failure.REPLICATION_CONFIGURATION_NOT_FOUND.exception();
    }

    @Override
    public GetBucketWebsiteResponse getBucketWebsite(GetBucketWebsiteRequest request) {
        access.bucket(request);
        throw Failure.NO_SUCH_WEBSITE_CONFIGURATION.exception();
    }

    @Override
    public GetBucketInventoryConfigurationResponse getBucketInventoryConfiguration(
            GetBucketInventoryConfigurationRequest request) {
        access.bucket(request);
        throw Failure.NO_SUCH_CONFIGURATION.exception();
    }

    @Override
    public ListBucketInventoryConfigurationsResponse listBucketInventoryConfigurations(
            ListBucketInventoryConfigurationsRequest request) {
        access.bucket(request);
        refuseToken(request);
        return ListBucketInventoryConfigurationsResponse.builder()
                .isTruncated(false)
                .build();
    }

    @Override
    public GetBucketAnalyticsConfigurationResponse getBucketAnalyticsConfiguration(
            GetBucketAnalyticsConfigurationRequest request) {
        access.bucket(request);
        throw Failure.NO_SUCH_CONFIGURATION.exception();
    }

    @Override
    public ListBucketAnalyticsConfigurationsResponse listBucketAnalyticsConfigurations(
            ListBucketAnalyticsConfigurationsRequest request) {
        access.bucket(request);
        refuseToken(request);
        return ListBucketAnalyticsConfigurationsResponse.builder()
                .isTruncated(false)
                .build();
    }

    @Override
    public GetBucketMetricsConfigurationResponse getBucketMetricsConfiguration(
            GetBucketMetricsConfigurationRequest request) {
        access.bucket(request);
        throw Failure.NO_SUCH_CONFIGURATION.exception();
    }

    @Override
    public ListBucketMetricsConfigurationsResponse listBucketMetricsConfigurations(
            ListBucketMetricsConfigurationsRequest request) {
        access.bucket(request);
        refuseToken(request);
        return ListBucketMetricsConfigurationsResponse.builder()
                .isTruncated(false)
                .build();
    }

    @Override
    public GetBucketIntelligentTieringConfigurationResponse getBucketIntelligentTieringConfiguration(
            GetBucketIntelligentTieringConfigurationRequest request) {
        access.bucket(request);
        throw Failure.NO_SUCH_CONFIGURATION.exception();
    }

    @Override
    public ListBucketIntelligentTieringConfigurationsResponse listBucketIntelligentTieringConfigurations(
            ListBucketIntelligentTieringConfigurationsRequest request) {
        access.bucket(request);
        refuseToken(request);
        return ListBucketIntelligentTieringConfigurationsResponse.builder()
                .isTruncated(false)
                .build();
    }

    /** No page of an empty list gives one out. */
    private static void refuseToken(SdkPojo request) {
        Members.text(request, "ContinuationToken").ifPresent(token -> {
            throw Arguments.invalid("continuation-token", token, "The continuation token provided is incorrect");
        });
    }
}
