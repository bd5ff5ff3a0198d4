package io.laguna.emulator.s3.kept;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Room;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteBucketInventoryConfigurationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketInventoryConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketInventoryConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketInventoryConfigurationResponse;
import software.amazon.awssdk.services.s3.model.InventoryConfiguration;
import software.amazon.awssdk.services.s3.model.InventoryS3BucketDestination;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketInventoryConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketInventoryConfigurationResponse;

/**
 * Configurations of inventories. No list of objects is written by them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketInventoryConfiguration.html">PutBucketInventoryConfiguration</a>
 */
public final class Inventories extends Room {
    private final NamedConfigurations<InventoryConfiguration> kept;

    public Inventories(BucketAccess access, BucketDocuments documents) {
        this.kept = new NamedConfigurations<>(access, documents, Kind.INVENTORY, InventoryConfiguration::builder);
    }

    @Override
    public GetBucketInventoryConfigurationResponse getBucketInventoryConfiguration(
            GetBucketInventoryConfigurationRequest request) {
        return GetBucketInventoryConfigurationResponse.builder()
                .inventoryConfiguration(kept.get(request))
                .build();
    }

    @Override
    public PutBucketInventoryConfigurationResponse putBucketInventoryConfiguration(
            PutBucketInventoryConfigurationRequest request) {
        kept.put(request, Optional.ofNullable(request.inventoryConfiguration()), Inventories::check);
        return PutBucketInventoryConfigurationResponse.builder().build();
    }

    @Override
    public DeleteBucketInventoryConfigurationResponse deleteBucketInventoryConfiguration(
            DeleteBucketInventoryConfigurationRequest request) {
        kept.delete(request);
        return DeleteBucketInventoryConfigurationResponse.builder().build();
    }

    @Override
    public ListBucketInventoryConfigurationsResponse listBucketInventoryConfigurations(
            ListBucketInventoryConfigurationsRequest request) {
        Slice<InventoryConfiguration> page = kept.list(request);
        ListBucketInventoryConfigurationsResponse.Builder response = ListBucketInventoryConfigurationsResponse.builder()
                .continuationToken(request.continuationToken())
                .isTruncated(page.next().isPresent())
                .inventoryConfigurationList(page.items());
        page.next().ifPresent(response::nextContinuationToken);
        return response.build();
    }

    private static void check(InventoryConfiguration configuration) {
        InventoryS3BucketDestination destination = configuration.destination().s3BucketDestination();
        Documents.requireBucketArn(destination.bucket());
        Documents.requireKnown(Optional.of(destination.format()));
        Documents.requireKnown(Optional.of(configuration.includedObjectVersions()));
        Documents.requireKnown(Optional.of(configuration.schedule().frequency()));
        configuration.optionalFields().forEach(field -> Documents.requireKnown(Optional.of(field)));
    }
}
