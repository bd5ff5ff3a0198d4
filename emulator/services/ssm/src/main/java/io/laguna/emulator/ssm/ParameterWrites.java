package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.ssm.model.DeleteParameterRequest;
import software.amazon.awssdk.services.ssm.model.DeleteParameterResponse;
import software.amazon.awssdk.services.ssm.model.DeleteParametersRequest;
import software.amazon.awssdk.services.ssm.model.DeleteParametersResponse;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterMaxVersionLimitExceededException;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;
import software.amazon.awssdk.services.ssm.model.PutParameterResponse;

/**
 * The operations that make and delete parameters.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">PutParameter</a>
 */
final class ParameterWrites extends Room {
    private static final int MOST_VERSIONS = 100;
    private static final int MOST_AT_ONCE = 10;
    private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9:/_-]+");

    private final Caller caller;
    private final State state;
    private final Seal seal;
    private final Clock clock;

    ParameterWrites(Caller caller, State state, Seal seal, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public PutParameterResponse putParameter(PutParameterRequest request) {
        new Constraints()
                .name("name", request.name())
                .present("value", request.value())
                .length("description", request.description(), 0, 1024)
                .oneOf("type", request.typeAsString(), ParameterType.knownValues())
                .length("keyId", request.keyId(), 1, 256)
                .pattern("keyId", request.keyId(), KEY)
                .length("allowedPattern", request.allowedPattern(), 0, 1024)
                .oneOf("tier", request.tierAsString(), ParameterTier.knownValues())
                .length("policies", request.policies(), 1, 4096)
                .length("dataType", request.dataType(), 0, 128)
                .tags(request.tags())
                .check();
        ParameterName.check(request.name());
        NewVersion.checkAlone(request);
        Constraints.checkNumber(request.tags().size());
        boolean overwrite = Boolean.TRUE.equals(request.overwrite());
        ParameterRecord made = state.write(transaction -> {
            ParameterRecords parameters = new ParameterRecords(transaction);
            long id = parameters.lock(caller, request.name());
            Optional<ParameterRecord> before = parameters.latest(caller, request.name());
            if (before.isPresent() && !overwrite) {
                throw ParameterAlreadyExistsException.builder()
                        .message(
                                "The parameter already exists. To overwrite this value, set the overwrite option in the"
                                        + " request to true.")
                        .build();
            }
            ParameterRecord version = new NewVersion(seal, caller, request, before).at(now());
            before.ifPresent(ignored -> forget(transaction, request.name()));
            parameters.insert(id, version);
            parameters.tags().put(id, Tags.map(request.tags()));
            return version;
        });
        return PutParameterResponse.builder()
                .version(made.version())
                .tier(made.tier())
                .build();
    }

    /** Deletes the oldest version where there are as many as a parameter may have, unless it has a label. */
    private void forget(Handle transaction, String name) {
        ParameterRecords parameters = new ParameterRecords(transaction);
        List<ParameterRecord> history = parameters.history(caller, name);
        if (history.size() < MOST_VERSIONS) {
            return;
        }
        ParameterRecord oldest = history.get(0);
        if (!oldest.labels().isEmpty()) {
            throw ParameterMaxVersionLimitExceededException.builder()
                    .message("You attempted to create a new version of " + name
                            + " by calling the PutParameter API with the overwrite flag. Version " + oldest.version()
                            + ", the oldest version, can't be deleted because it has a label associated with it. Move the"
                            + " label to another version of the parameter, and try again.")
                    .build();
        }
        parameters.deleteVersion(oldest);
    }

    @Override
    public DeleteParameterResponse deleteParameter(DeleteParameterRequest request) {
        new Constraints().name("name", request.name()).check();
        String name = ParameterName.ofArn(caller, request.name());
        if (!state.write(transaction -> new ParameterRecords(transaction).delete(caller, name))) {
            throw Failures.noParameter(request.name());
        }
        return DeleteParameterResponse.builder().build();
    }

    @Override
    public DeleteParametersResponse deleteParameters(DeleteParametersRequest request) {
        Constraints constraints = new Constraints().size("names", request.names(), 1, MOST_AT_ONCE);
        request.names().forEach(name -> constraints.name("names", name));
        constraints.check();
        List<String> deleted = state.write(transaction -> request.names().stream()
                .filter(name -> new ParameterRecords(transaction).delete(caller, ParameterName.ofArn(caller, name)))
                .toList());
        return DeleteParametersResponse.builder()
                .deletedParameters(deleted)
                .invalidParameters(request.names().stream()
                        .filter(name -> !deleted.contains(name))
                        .toList())
                .build();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
