package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.athena.result.ManagedResults;
import io.laguna.emulator.athena.result.S3Location;
import io.laguna.emulator.kit.Caller;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.ManagedQueryResultsConfiguration;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The place of a query's result: the workgroup's, if the workgroup enforces it or the client gives none, else the
 * client's; or Athena's own, of which no client is told.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/query-results-specify-location.html">Specify a query result
 *     location</a>
 */
final class ResultLocation {
    private ResultLocation() {}

    /**
     * Returns where the result goes.
     *
     * @throws software.amazon.awssdk.services.athena.model.InvalidRequestException when there is no such place
     */
    static ResultConfiguration of(Optional<ResultConfiguration> client, WorkGroup group, Caller caller, S3Client s3) {
        Optional<WorkGroupConfiguration> settings = Optional.ofNullable(group.configuration());
        Optional<ResultConfiguration> workGroup = settings.map(WorkGroupConfiguration::resultConfiguration);
        boolean enforced = settings.map(WorkGroupConfiguration::enforceWorkGroupConfiguration)
                .orElse(false);
        if (isManaged(group)
                && (enforced || client.map(ResultConfiguration::outputLocation).isEmpty())) {
            return ResultConfiguration.builder()
                    .outputLocation(ManagedResults.folderOf(caller))
                    .build();
        }
        ResultConfiguration chosen = enforced
                ? workGroup.orElseGet(() -> ResultConfiguration.builder().build())
                : merged(client, workGroup);
        String location = Optional.ofNullable(chosen.outputLocation())
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> Failures.invalid("No output location provided. An output location is required either"
                        + " through the Workgroup result configuration setting or as an API input."));
        check(location, chosen, caller, s3);
        return chosen;
    }

    /** Tells whether Athena keeps the results of a workgroup itself. */
    private static boolean isManaged(WorkGroup group) {
        return Optional.ofNullable(group.configuration())
                .map(WorkGroupConfiguration::managedQueryResultsConfiguration)
                .map(ManagedQueryResultsConfiguration::enabled)
                .orElse(false);
    }

    /**
     * Returns what a client is told of a query. Where Athena keeps results itself it names no place.
     *
     * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_QueryExecution.html">QueryExecution</a>
     */
    static QueryExecution told(QueryExecution query) {
        if (!ManagedResults.isPlace(query.resultConfiguration().outputLocation())) {
            return query;
        }
        QueryExecution.Builder told = query.toBuilder()
                .resultConfiguration(query.resultConfiguration().toBuilder()
                        .outputLocation(null)
                        .build())
                .managedQueryResultsConfiguration(managed -> managed.enabled(true));
        Optional.ofNullable(query.statistics())
                .ifPresent(statistics -> told.statistics(
                        statistics.toBuilder().dataManifestLocation(null).build()));
        return told.build();
    }

    /** Returns the folder with a slash at its end. */
    static String folder(ResultConfiguration configuration) {
        String location = configuration.outputLocation();
        return location.endsWith("/") ? location : location + "/";
    }

    private static ResultConfiguration merged(
            Optional<ResultConfiguration> client, Optional<ResultConfiguration> workGroup) {
        ResultConfiguration own =
                client.orElseGet(() -> ResultConfiguration.builder().build());
        ResultConfiguration behind =
                workGroup.orElseGet(() -> ResultConfiguration.builder().build());
        return own.outputLocation() == null || own.outputLocation().isBlank()
                ? behind.toBuilder()
                        .encryptionConfiguration(Optional.ofNullable(own.encryptionConfiguration())
                                .orElse(behind.encryptionConfiguration()))
                        .build()
                : own;
    }

    private static void check(String location, ResultConfiguration configuration, Caller caller, S3Client s3) {
        String bucket = bucket(location);
        Optional.ofNullable(configuration.expectedBucketOwner())
                .filter(owner -> !owner.equals(caller.accountId()))
                .ifPresent(owner -> {
                    throw Failures.invalid("Access denied when writing output to url: " + location
                            + " . The bucket's owner is not the expected one, " + owner + ".");
                });
        try {
            s3.headBucket(request -> request.bucket(bucket));
        } catch (S3Exception e) {
            throw Failures.invalid("Unable to verify/create output bucket " + bucket);
        }
    }

    private static String bucket(String location) {
        return S3Location.parse(location)
                .map(S3Location::bucket)
                .orElseThrow(() -> Failures.invalid("outputLocation is not a valid S3 path."));
    }
}
