package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.model.GetParameterHistoryRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterHistoryResponse;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterVersionNotFoundException;

/**
 * The operations that read parameters by their names.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html">GetParameter</a>
 */
final class ParameterReads extends Room {
    private static final int MOST_AT_ONCE = 10;
    private static final int LARGEST = 50;

    private final Caller caller;
    private final State state;
    private final Seal seal;
    private final SecretReference references;

    ParameterReads(Caller caller, State state, Seal seal, Function<Caller, SecretsManagerClient> secrets) {
        this.caller = caller;
        this.state = state;
        this.seal = seal;
        this.references = new SecretReference(() -> secrets.apply(caller));
    }

    @Override
    public GetParameterResponse getParameter(GetParameterRequest request) {
        new Constraints().name("name", request.name()).check();
        return GetParameterResponse.builder()
                .parameter(find(request.name(), request.withDecryption()))
                .build();
    }

    @Override
    public GetParametersResponse getParameters(GetParametersRequest request) {
        Constraints constraints = new Constraints().size("names", request.names(), 1, MOST_AT_ONCE);
        request.names().forEach(name -> constraints.name("names", name));
        constraints.check();
        List<Parameter> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : new LinkedHashSet<>(request.names())) {
            try {
                found.add(find(name, request.withDecryption()));
            } catch (ParameterNotFoundException | ParameterVersionNotFoundException e) {
                missing.add(name);
            }
        }
        return GetParametersResponse.builder()
                .parameters(found)
                .invalidParameters(missing)
                .build();
    }

    private Parameter find(String given, Boolean decrypt) {
        Optional<String> secret = SecretReference.of(given);
        if (secret.isPresent()) {
            return references.read(given, secret.get(), Boolean.TRUE.equals(decrypt));
        }
        Selector selector = Selector.of(caller, given);
        return state.read(handle -> selector.find(handle, caller))
                .map(found -> ParameterShape.of(seal, decrypt).parameter(found, selector.selector()))
                .orElseThrow(() -> Failures.noParameter(given));
    }

    @Override
    public GetParameterHistoryResponse getParameterHistory(GetParameterHistoryRequest request) {
        new Constraints()
                .name("name", request.name())
                .range("maxResults", request.maxResults(), 1, LARGEST)
                .check();
        String name = ParameterName.ofArn(caller, request.name());
        List<ParameterRecord> history = state.read(handle -> new ParameterRecords(handle).history(caller, name));
        if (history.isEmpty()) {
            throw Failures.noParameter(request.name());
        }
        Page<ParameterRecord> page = Page.ofOrdered(
                history,
                version -> Long.toString(version.version()),
                request.nextToken(),
                Page.size(request.maxResults(), LARGEST),
                Failures::badToken);
        ParameterShape shape = ParameterShape.of(seal, request.withDecryption());
        return GetParameterHistoryResponse.builder()
                .parameters(page.entries().stream().map(shape::history).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }
}
