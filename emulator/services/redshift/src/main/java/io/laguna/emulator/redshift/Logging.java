package io.laguna.emulator.redshift;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshift.cluster.ClusterLookup;
import io.laguna.emulator.redshift.record.Kind;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.redshift.model.DescribeLoggingStatusRequest;
import software.amazon.awssdk.services.redshift.model.DescribeLoggingStatusResponse;
import software.amazon.awssdk.services.redshift.model.DisableLoggingRequest;
import software.amazon.awssdk.services.redshift.model.DisableLoggingResponse;
import software.amazon.awssdk.services.redshift.model.EnableLoggingRequest;
import software.amazon.awssdk.services.redshift.model.EnableLoggingResponse;
import software.amazon.awssdk.services.redshift.model.LogDestinationType;

/**
 * The operations on the logging of a cluster, whose settings are kept. No logs are delivered.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_EnableLogging.html">EnableLogging</a>
 */
final class Logging extends Room {
    private static final Logger LOG = LoggerFactory.getLogger(Logging.class);

    private final Caller caller;
    private final State state;

    Logging(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public EnableLoggingResponse enableLogging(EnableLoggingRequest request) {
        new Constraints()
                .text("BucketName", request.bucketName())
                .text("S3KeyPrefix", request.s3KeyPrefix())
                .oneOf("LogDestinationType", request.logDestinationTypeAsString(), LogDestinationType.knownValues())
                .check();
        boolean toBucket = request.logDestinationType() != LogDestinationType.CLOUDWATCH;
        if (toBucket && (request.bucketName() == null || request.bucketName().isEmpty())) {
            throw Failures.parameter("BucketName must be specified for logging to S3.");
        }
        EnableLoggingRequest kept = state.write(handle -> {
            String name = ClusterLookup.find(handle, caller, request.clusterIdentifier())
                    .identifier();
            EnableLoggingRequest logging =
                    request.toBuilder().clusterIdentifier(name).build();
            new ResourceRecords(handle, caller).save(Kind.LOGGING, name, logging);
            return logging;
        });
        LOG.warn("Logging of the Redshift cluster {} is kept, but delivers nothing", kept.clusterIdentifier());
        return EnableLoggingResponse.builder()
                .loggingEnabled(true)
                .bucketName(kept.bucketName())
                .s3KeyPrefix(kept.s3KeyPrefix())
                .logDestinationType(kept.logDestinationType())
                .logExports(kept.hasLogExports() ? kept.logExports() : null)
                .build();
    }

    @Override
    public DisableLoggingResponse disableLogging(DisableLoggingRequest request) {
        state.write(handle -> {
            String name = ClusterLookup.find(handle, caller, request.clusterIdentifier())
                    .identifier();
            return new ResourceRecords(handle, caller).delete(Kind.LOGGING, name);
        });
        return DisableLoggingResponse.builder().loggingEnabled(false).build();
    }

    @Override
    public DescribeLoggingStatusResponse describeLoggingStatus(DescribeLoggingStatusRequest request) {
        Optional<EnableLoggingRequest> logging = state.read(handle -> {
            String name = ClusterLookup.find(handle, caller, request.clusterIdentifier())
                    .identifier();
            return new ResourceRecords(handle, caller).find(Kind.LOGGING, name);
        });
        DescribeLoggingStatusResponse.Builder status =
                DescribeLoggingStatusResponse.builder().loggingEnabled(logging.isPresent());
        logging.ifPresent(kept -> status.bucketName(kept.bucketName())
                .s3KeyPrefix(kept.s3KeyPrefix())
                .logDestinationType(kept.logDestinationType())
                .logExports(kept.hasLogExports() ? kept.logExports() : null));
        return status.build();
    }
}
