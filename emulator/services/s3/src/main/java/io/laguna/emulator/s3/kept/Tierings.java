package io.laguna.emulator.s3.kept;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Room;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.DeleteBucketIntelligentTieringConfigurationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketIntelligentTieringConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketIntelligentTieringConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketIntelligentTieringConfigurationResponse;
import software.amazon.awssdk.services.s3.model.IntelligentTieringAccessTier;
import software.amazon.awssdk.services.s3.model.IntelligentTieringConfiguration;
import software.amazon.awssdk.services.s3.model.ListBucketIntelligentTieringConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketIntelligentTieringConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketIntelligentTieringConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketIntelligentTieringConfigurationResponse;
import software.amazon.awssdk.services.s3.model.Tiering;

/**
 * Configurations of archive tiers. No object is moved by them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketIntelligentTieringConfiguration.html">PutBucketIntelligentTieringConfiguration</a>
 */
public final class Tierings extends Room {
    private static final int LEAST = 90;
    private static final int LEAST_DEEP = 180;
    private static final int MOST = 730;

    private final NamedConfigurations<IntelligentTieringConfiguration> kept;

    public Tierings(BucketAccess access, BucketDocuments documents) {
        this.kept = new NamedConfigurations<>(
                access, documents, Kind.INTELLIGENT_TIERING, IntelligentTieringConfiguration::builder);
    }

    @Override
    public GetBucketIntelligentTieringConfigurationResponse getBucketIntelligentTieringConfiguration(
            GetBucketIntelligentTieringConfigurationRequest request) {
        return GetBucketIntelligentTieringConfigurationResponse.builder()
                .intelligentTieringConfiguration(kept.get(request))
                .build();
    }

    @Override
    public PutBucketIntelligentTieringConfigurationResponse putBucketIntelligentTieringConfiguration(
            PutBucketIntelligentTieringConfigurationRequest request) {
        kept.put(request, Optional.ofNullable(request.intelligentTieringConfiguration()), Tierings::check);
        return PutBucketIntelligentTieringConfigurationResponse.builder().build();
    }

    @Override
    public DeleteBucketIntelligentTieringConfigurationResponse deleteBucketIntelligentTieringConfiguration(
            DeleteBucketIntelligentTieringConfigurationRequest request) {
        kept.delete(request);
        return DeleteBucketIntelligentTieringConfigurationResponse.builder().build();
    }

    @Override
    public ListBucketIntelligentTieringConfigurationsResponse listBucketIntelligentTieringConfigurations(
            ListBucketIntelligentTieringConfigurationsRequest request) {
        Slice<IntelligentTieringConfiguration> page = kept.list(request);
        ListBucketIntelligentTieringConfigurationsResponse.Builder response =
                ListBucketIntelligentTieringConfigurationsResponse.builder()
                        .continuationToken(request.continuationToken())
                        .isTruncated(page.next().isPresent())
                        .intelligentTieringConfigurationList(page.items());
        page.next().ifPresent(response::nextContinuationToken);
        return response.build();
    }

    private static void check(IntelligentTieringConfiguration configuration) {
        Optional.ofNullable(configuration.filter()).ifPresent(Documents::requireOneMember);
        Documents.requireKnown(Optional.of(configuration.status()));
        Set<IntelligentTieringAccessTier> tiers = EnumSet.noneOf(IntelligentTieringAccessTier.class);
        for (Tiering tiering : configuration.tierings()) {
            Documents.requireKnown(Optional.of(tiering.accessTier()));
            if (!tiers.add(tiering.accessTier())) {
                throw Documents.refused("Each access tier can be there once");
            }
            int least = tiering.accessTier() == IntelligentTieringAccessTier.ARCHIVE_ACCESS ? LEAST : LEAST_DEEP;
            if (tiering.days() < least || tiering.days() > MOST) {
                throw Documents.refused("Days of " + tiering.accessTier() + " must be from " + least + " to " + MOST);
            }
        }
    }
}
