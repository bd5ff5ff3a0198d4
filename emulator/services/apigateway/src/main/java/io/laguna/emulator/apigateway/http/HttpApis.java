package io.laguna.emulator.apigateway.http;

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
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.Cors;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteCorsConfigurationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteCorsConfigurationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateApiResponse;

/**
 * The operations on HTTP APIs.
 *
 * @see <a href="https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html">APIs</a>
 */
public final class HttpApis extends HttpRoom {
    private final HttpContext context;

    public HttpApis(HttpContext context) {
        this.context = context;
    }

    @Override
    public CreateApiResponse createApi(CreateApiRequest request) {
        check(request);
        if (request.target() == null && (request.routeKey() != null || request.credentialsArn() != null)) {
            throw HttpFailures.bad("routeKey and credentialsArn are for quick create, which has a target");
        }
        Api api = started(Shapes.copy(request, Api.builder()));
        context.state().write(transaction -> {
            HttpApi made = insert(new ApiRecords(transaction), api);
            Optional.ofNullable(request.target()).ifPresent(target -> {
                new QuickCreate(
                                target,
                                Optional.ofNullable(request.routeKey()),
                                Optional.ofNullable(request.credentialsArn()))
                        .make(made);
                Deployer.changed(made);
            });
            return made;
        });
        return Shapes.copy(api, CreateApiResponse.builder()).build();
    }

    @Override
    public GetApiResponse getApi(GetApiRequest request) {
        return context.read(request.apiId(), api -> Shapes.copy(api.api(), GetApiResponse.builder())
                .build());
    }

    @Override
    public GetApisResponse getApis(GetApisRequest request) {
        List<Api> all = context.state().read(handle -> new ApiRecords(handle)
                .all(context.caller(), ApiKind.HTTP).stream()
                        .map(row -> new HttpApi(handle, row).api())
                        .toList());
        Page<Api> page = HttpContext.page(all, Api::apiId, request.nextToken(), request.maxResults());
        return GetApisResponse.builder()
                .items(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateApiResponse updateApi(UpdateApiRequest request) {
        new HttpConstraints()
                .length("name", request.name(), 1, 128)
                .description(request.description())
                .length("version", request.version(), 1, 64)
                .check();
        checkKind(request.routeSelectionExpression(), request.disableSchemaValidation());
        Optional.ofNullable(request.corsConfiguration()).ifPresent(CorsRules::check);
        Api changed = context.write(request.apiId(), api -> {
            Api updated = Shapes.copy(request, api.api().toBuilder()).build();
            api.put(updated);
            QuickCreate.retarget(
                    api,
                    Optional.ofNullable(request.target()),
                    Optional.ofNullable(request.routeKey()),
                    Optional.ofNullable(request.credentialsArn()));
            Deployer.changed(api);
            return updated;
        });
        return Shapes.copy(changed, UpdateApiResponse.builder()).build();
    }

    @Override
    public DeleteCorsConfigurationResponse deleteCorsConfiguration(DeleteCorsConfigurationRequest request) {
        context.write(request.apiId(), api -> {
            api.put(api.api().toBuilder().corsConfiguration((Cors) null).build());
            return api;
        });
        return DeleteCorsConfigurationResponse.builder().build();
    }

    @Override
    public DeleteApiResponse deleteApi(DeleteApiRequest request) {
        context.write(request.apiId(), api -> {
            new ApiRecords(api.handle()).delete(api.row().id());
            return api;
        });
        return DeleteApiResponse.builder().build();
    }

    /** Returns an API with what a new one has. */
    Api started(Api.Builder given) {
        String id = ApiIds.api();
        return given.apiId(id)
                .apiEndpoint(context.settings().address(context.caller(), id))
                .protocolType(ProtocolType.HTTP)
                .routeSelectionExpression("$request.method $request.path")
                .apiKeySelectionExpression("$request.header.x-api-key")
                .disableExecuteApiEndpoint(Boolean.TRUE.equals(given.build().disableExecuteApiEndpoint()))
                .createdDate(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .build();
    }

    HttpApi insert(ApiRecords records, Api api) {
        ApiRow row = new ApiRow(api.apiId(), context.caller(), ApiKind.HTTP, ShapeJson.write(api));
        records.insert(row);
        return new HttpApi(records.handle(), row);
    }

    private static void check(CreateApiRequest request) {
        new HttpConstraints()
                .name("name", request.name())
                .present("protocolType", request.protocolTypeAsString())
                .oneOf("protocolType", request.protocolTypeAsString(), ProtocolType.knownValues())
                .description(request.description())
                .length("version", request.version(), 1, 64)
                .tags(request.tags())
                .check();
        if (request.protocolType() == ProtocolType.WEBSOCKET) {
            throw HttpFailures.notBuilt("WebSocket APIs");
        }
        checkKind(request.routeSelectionExpression(), request.disableSchemaValidation());
        Optional.ofNullable(request.corsConfiguration()).ifPresent(CorsRules::check);
    }

    private static void checkKind(String selection, Boolean disabled) {
        if (selection != null && !selection.matches("\\$\\{?request\\.method}? \\$\\{?request\\.path}?")) {
            throw HttpFailures.bad("An HTTP API selects its routes by ${request.method} ${request.path}");
        }
        if (Boolean.TRUE.equals(disabled)) {
            throw HttpFailures.bad("disableSchemaValidation is for WebSocket APIs");
        }
    }
}
