package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.apigateway.record.ApiIds;
import io.laguna.emulator.apigateway.record.ApiKind;
import io.laguna.emulator.apigateway.record.ApiRecords;
import io.laguna.emulator.apigateway.record.ApiRow;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.shape.Shapes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.apigateway.model.ApiKeySourceType;
import software.amazon.awssdk.services.apigateway.model.CreateRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.CreateRestApiResponse;
import software.amazon.awssdk.services.apigateway.model.DeleteRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteRestApiResponse;
import software.amazon.awssdk.services.apigateway.model.EndpointConfiguration;
import software.amazon.awssdk.services.apigateway.model.EndpointType;
import software.amazon.awssdk.services.apigateway.model.GetRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApiResponse;
import software.amazon.awssdk.services.apigateway.model.GetRestApisRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.apigateway.model.UpdateRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.UpdateRestApiResponse;

/**
 * The operations on REST APIs.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_RestApi.html">RestApi</a>
 */
public final class RestApis extends RestRoom {
    private static final Set<String> CHANGEABLE = Set.of(
            "name",
            "description",
            "binaryMediaTypes",
            "endpointConfiguration",
            "disableExecuteApiEndpoint",
            "minimumCompressionSize",
            "apiKeySource",
            "policy",
            "version");

    private final RestContext context;

    public RestApis(RestContext context) {
        this.context = context;
    }

    @Override
    public CreateRestApiResponse createRestApi(CreateRestApiRequest request) {
        if (request.cloneFrom() != null) {
            throw RestFailures.notBuilt("cloneFrom");
        }
        RestApi api = checked(started(Shapes.copy(request, RestApi.builder())));
        context.state().write(transaction -> insert(transaction, context, api));
        return Shapes.copy(api, CreateRestApiResponse.builder()).build();
    }

    @Override
    public GetRestApiResponse getRestApi(GetRestApiRequest request) {
        return context.read(request.restApiId(), api -> Shapes.copy(api.api(), GetRestApiResponse.builder())
                .build());
    }

    @Override
    public GetRestApisResponse getRestApis(GetRestApisRequest request) {
        List<RestApi> all = context.state().read(handle -> new ApiRecords(handle)
                .all(context.caller(), ApiKind.REST).stream()
                        .map(row -> new KeptApi(handle, row).api())
                        .toList());
        Page<RestApi> page = RestContext.page(all, RestApi::id, request.position(), request.limit());
        return GetRestApisResponse.builder()
                .items(page.entries())
                .position(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateRestApiResponse updateRestApi(UpdateRestApiRequest request) {
        RestApi changed = context.write(request.restApiId(), api -> {
            RestApi patched =
                    checked(Patches.apply(api.api(), RestApi.builder(), request.patchOperations(), CHANGEABLE));
            api.put(patched);
            return patched;
        });
        return Shapes.copy(changed, UpdateRestApiResponse.builder()).build();
    }

    @Override
    public DeleteRestApiResponse deleteRestApi(DeleteRestApiRequest request) {
        context.write(request.restApiId(), api -> {
            new ApiRecords(api.handle()).delete(api.row().id());
            return api;
        });
        return DeleteRestApiResponse.builder().build();
    }

    /** Returns an API with what a new one has. */
    static RestApi started(RestApi.Builder given) {
        RestApi api = given.build();
        return given.id(ApiIds.api())
                .rootResourceId(ApiIds.restPart())
                .createdDate(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .apiKeySource(Optional.ofNullable(api.apiKeySource()).orElse(ApiKeySourceType.HEADER))
                .endpointConfiguration(Optional.ofNullable(api.endpointConfiguration())
                        .filter(EndpointConfiguration::hasTypes)
                        .orElseGet(() -> EndpointConfiguration.builder()
                                .types(EndpointType.EDGE)
                                .build()))
                .disableExecuteApiEndpoint(Boolean.TRUE.equals(api.disableExecuteApiEndpoint()))
                .build();
    }

    /** Adds an API with its resource {@code /}. */
    static KeptApi insert(Handle transaction, RestContext context, RestApi api) {
        ApiRow row = new ApiRow(api.id(), context.caller(), ApiKind.REST, ShapeJson.write(api));
        new ApiRecords(transaction).insert(row);
        KeptApi kept = new KeptApi(transaction, row);
        kept.resources()
                .put(Resource.builder().id(api.rootResourceId()).path("/").build());
        return kept;
    }

    /** Returns an API that can be honoured, or throws. */
    static RestApi checked(RestApi api) {
        new RestConstraints()
                .present("name", api.name())
                .length("name", api.name(), 1, 255)
                .text("description", api.description())
                .text("version", api.version())
                .oneOf("apiKeySource", api.apiKeySourceAsString(), ApiKeySourceType.knownValues())
                .tags(api.tags())
                .check();
        if (api.policy() != null && !api.policy().isEmpty()) {
            throw RestFailures.notBuilt("resource policies of APIs: an API with one would be open to everybody here");
        }
        if (api.minimumCompressionSize() != null) {
            throw RestFailures.notBuilt("the compression of answers (minimumCompressionSize)");
        }
        for (String type : api.endpointConfiguration().typesAsStrings()) {
            new RestConstraints()
                    .oneOf("endpointConfiguration.types", type, EndpointType.knownValues())
                    .check();
            if (type.equals("PRIVATE")) {
                throw RestFailures.notBuilt("private APIs");
            }
        }
        return api;
    }
}
