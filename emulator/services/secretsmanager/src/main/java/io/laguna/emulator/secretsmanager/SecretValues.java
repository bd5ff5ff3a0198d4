package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.model.APIErrorType;
import software.amazon.awssdk.services.secretsmanager.model.BatchGetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.BatchGetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretValueEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/**
 * The operations on secrets themselves.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</a>
 */
final class SecretValues extends Room {
    private static final int MOST_AT_ONCE = 20;

    private final Caller caller;
    private final State state;
    private final Seal seal;
    private final Clock clock;

    SecretValues(Caller caller, State state, Seal seal, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        new Constraints()
                .version("versionId", request.versionId())
                .stage("versionStage", request.versionStage())
                .check();
        return Reading.of(
                        caller,
                        request.secretId(),
                        Optional.ofNullable(request.versionId()),
                        Optional.ofNullable(request.versionStage()))
                .read(state, seal, clock);
    }

    @Override
    public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
        Constraints constraints = new Constraints()
                .version("clientRequestToken", request.clientRequestToken())
                .size("versionStages", request.versionStages(), 0, MOST_AT_ONCE);
        request.versionStages().forEach(stage -> constraints.stage("versionStages", stage));
        constraints.check();
        if (request.rotationToken() != null) {
            throw Failures.parameter("RotationToken is not implemented by Laguna: secrets are not rotated.");
        }
        SecretId id = SecretId.of(caller, request.secretId());
        String token = Token.of(request.clientRequestToken());
        SecretValue value = SecretValue.of(request.secretString(), request.secretBinary())
                .orElseThrow(() -> Failures.request("You must provide either SecretString or SecretBinary."));
        List<String> asked = request.versionStages().isEmpty() ? List.of(Stages.CURRENT) : request.versionStages();
        return state.write(transaction -> {
            SecretRecord secret = id.lock(transaction);
            List<String> stages = new NewVersion(seal, transaction, secret)
                    .put(token, value, asked, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return PutSecretValueResponse.builder()
                    .arn(secret.arn())
                    .name(secret.name())
                    .versionId(token)
                    .versionStages(stages)
                    .build();
        });
    }

    @Override
    public BatchGetSecretValueResponse batchGetSecretValue(BatchGetSecretValueRequest request) {
        new Constraints()
                .size("secretIdList", request.secretIdList(), 0, MOST_AT_ONCE)
                .range("maxResults", request.maxResults(), 1, MOST_AT_ONCE)
                .nextToken(request.nextToken())
                .check();
        if (request.secretIdList().isEmpty() == request.filters().isEmpty()) {
            throw Failures.parameter("Either 'SecretIdList' or 'Filters' must be provided, but not both.");
        }
        if (request.maxResults() != null && request.filters().isEmpty()) {
            throw Failures.parameter(
                    "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.");
        }
        Page<String> ids =
                request.filters().isEmpty() ? new Page<>(request.secretIdList(), Optional.empty()) : filtered(request);
        List<SecretValueEntry> values = new ArrayList<>();
        List<APIErrorType> errors = new ArrayList<>();
        for (String id : ids.entries()) {
            try {
                values.add(entry(Reading.of(caller, id, Optional.empty(), Optional.empty())
                        .read(state, seal, clock)));
            } catch (SecretsManagerException e) {
                errors.add(APIErrorType.builder()
                        .secretId(id)
                        .errorCode(e.getClass().getSimpleName())
                        .message(e.getMessage())
                        .build());
            }
        }
        return BatchGetSecretValueResponse.builder()
                .secretValues(values)
                .errors(errors)
                .nextToken(ids.nextToken().orElse(null))
                .build();
    }

    private Page<String> filtered(BatchGetSecretValueRequest request) {
        SecretFilters filters = SecretFilters.of(request.filters());
        List<String> all = state.read(handle -> new SecretRecords(handle)
                .all(caller).stream()
                        .filter(secret -> secret.deletedAt().isEmpty())
                        .map(secret -> SecretShapes.of(handle, secret).listed())
                        .filter(filters::take)
                        .map(SecretListEntry::arn)
                        .toList());
        return Page.ofOrdered(
                all,
                arn -> arn,
                request.nextToken(),
                Page.size(request.maxResults(), MOST_AT_ONCE),
                Failures::badToken);
    }

    private static SecretValueEntry entry(GetSecretValueResponse value) {
        return SecretValueEntry.builder()
                .arn(value.arn())
                .name(value.name())
                .versionId(value.versionId())
                .secretString(value.secretString())
                .secretBinary(value.secretBinary())
                .versionStages(value.versionStages())
                .createdDate(value.createdDate())
                .build();
    }
}
