package io.laguna.emulator.emr;

import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.state.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.emr.model.BlockPublicAccessConfiguration;
import software.amazon.awssdk.services.emr.model.BlockPublicAccessConfigurationMetadata;
import software.amazon.awssdk.services.emr.model.GetBlockPublicAccessConfigurationRequest;
import software.amazon.awssdk.services.emr.model.GetBlockPublicAccessConfigurationResponse;
import software.amazon.awssdk.services.emr.model.PortRange;
import software.amazon.awssdk.services.emr.model.PutBlockPublicAccessConfigurationRequest;
import software.amazon.awssdk.services.emr.model.PutBlockPublicAccessConfigurationResponse;

/**
 * The account's block-public-access configuration in a region: kept and returned, there are no security groups here.
 *
 * <p>https://docs.aws.amazon.com/emr/latest/APIReference/API_GetBlockPublicAccessConfiguration.html
 */
final class PublicAccess extends Room {
    /** "By default … public access on port 22 is allowed." */
    private static final BlockPublicAccessConfiguration DEFAULT = BlockPublicAccessConfiguration.builder()
            .blockPublicSecurityGroupRules(true)
            .permittedPublicSecurityGroupRuleRanges(
                    PortRange.builder().minRange(22).maxRange(22).build())
            .build();

    private final Caller caller;
    private final State state;

    PublicAccess(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public GetBlockPublicAccessConfigurationResponse getBlockPublicAccessConfiguration(
            GetBlockPublicAccessConfigurationRequest request) {
        return state.write(handle -> find(handle).orElseGet(() -> put(handle, DEFAULT)));
    }

    @Override
    public PutBlockPublicAccessConfigurationResponse putBlockPublicAccessConfiguration(
            PutBlockPublicAccessConfigurationRequest request) {
        BlockPublicAccessConfiguration configuration = Optional.ofNullable(request.blockPublicAccessConfiguration())
                .orElseThrow(() -> Failures.missing("blockPublicAccessConfiguration"));
        if (configuration.blockPublicSecurityGroupRules() == null) {
            throw Failures.missing("blockPublicAccessConfiguration.blockPublicSecurityGroupRules");
        }
        state.write(handle -> put(handle, configuration));
        return PutBlockPublicAccessConfigurationResponse.builder().build();
    }

    private Optional<GetBlockPublicAccessConfigurationResponse> find(Handle handle) {
        return handle.select(
                        "select configuration, metadata from emr_block_public_access where account = ? and region = ?",
                        caller.accountId(),
                        caller.region())
                .map((row, context) -> GetBlockPublicAccessConfigurationResponse.builder()
                        .blockPublicAccessConfiguration(ShapeJson.read(
                                row.getString("configuration"), BlockPublicAccessConfiguration.builder()))
                        .blockPublicAccessConfigurationMetadata(ShapeJson.read(
                                row.getString("metadata"), BlockPublicAccessConfigurationMetadata.builder()))
                        .build())
                .findOne();
    }

    private GetBlockPublicAccessConfigurationResponse put(Handle handle, BlockPublicAccessConfiguration configuration) {
        BlockPublicAccessConfigurationMetadata metadata = BlockPublicAccessConfigurationMetadata.builder()
                .creationDateTime(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .createdByArn("arn:aws:iam::" + caller.accountId() + ":root")
                .build();
        handle.execute(
                "insert into emr_block_public_access (account, region, configuration, metadata) values (?, ?, ?, ?)"
                        + " on conflict (account, region) do update"
                        + " set configuration = excluded.configuration, metadata = excluded.metadata",
                caller.accountId(),
                caller.region(),
                ShapeJson.write(configuration),
                ShapeJson.write(metadata));
        return GetBlockPublicAccessConfigurationResponse.builder()
                .blockPublicAccessConfiguration(configuration)
                .blockPublicAccessConfigurationMetadata(metadata)
                .build();
    }
}
