package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.ssm.model.DescribeParametersRequest;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathResponse;

/**
 * Lists of parameters.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html">API</a>
 */
final class ParameterLists extends Room {
    private static final int LARGEST = 50;
    private static final int LARGEST_BY_PATH = 10;

    private final Caller caller;
    private final State state;
    private final Seal seal;

    ParameterLists(Caller caller, State state, Seal seal) {
        this.caller = caller;
        this.state = state;
        this.seal = seal;
    }

    @Override
    public GetParametersByPathResponse getParametersByPath(GetParametersByPathRequest request) {
        new Constraints()
                .name("path", request.path())
                .range("maxResults", request.maxResults(), 1, LARGEST_BY_PATH)
                .check();
        ParameterPath path = ParameterPath.of(request.path(), Boolean.TRUE.equals(request.recursive()));
        ParameterFilters filters = ParameterFilters.byPath(request.parameterFilters());
        List<ParameterRecord> found = state.read(handle -> filtered(handle, filters)).stream()
                .filter(parameter -> path.has(parameter.name()))
                .toList();
        Page<ParameterRecord> page = Page.ofSorted(
                found,
                ParameterRecord::name,
                request.nextToken(),
                Page.size(request.maxResults(), LARGEST_BY_PATH),
                Failures::badToken);
        ParameterShape shape = ParameterShape.of(seal, request.withDecryption());
        return GetParametersByPathResponse.builder()
                .parameters(page.entries().stream()
                        .map(parameter -> shape.parameter(parameter, Optional.empty()))
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DescribeParametersResponse describeParameters(DescribeParametersRequest request) {
        new Constraints().range("maxResults", request.maxResults(), 1, LARGEST).check();
        if (!request.filters().isEmpty() && !request.parameterFilters().isEmpty()) {
            throw Failures.validation("You can use either Filters or ParameterFilters in a single request.");
        }
        ParameterFilters filters = request.filters().isEmpty()
                ? ParameterFilters.of(request.parameterFilters())
                : ParameterFilters.ofOld(request.filters());
        // No parameter of another account is shared with this one.
        List<ParameterRecord> found =
                Boolean.TRUE.equals(request.shared()) ? List.of() : state.read(handle -> filtered(handle, filters));
        Page<ParameterRecord> page = Page.ofSorted(
                found,
                ParameterRecord::name,
                request.nextToken(),
                Page.size(request.maxResults(), LARGEST),
                Failures::badToken);
        return DescribeParametersResponse.builder()
                .parameters(
                        page.entries().stream().map(ParameterRecord::metadata).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private List<ParameterRecord> filtered(Handle handle, ParameterFilters filters) {
        ParameterRecords parameters = new ParameterRecords(handle);
        return parameters.all(caller).stream()
                .filter(parameter ->
                        filters.take(parameter, () -> parameters.tags().of(parameter.id())))
                .toList();
    }
}
