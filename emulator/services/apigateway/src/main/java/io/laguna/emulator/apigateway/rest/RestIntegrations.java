package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.kit.shape.Shapes;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.apigateway.model.DeleteIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteIntegrationResponse;
import software.amazon.awssdk.services.apigateway.model.GetIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.GetIntegrationResponse;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationResponse;
import software.amazon.awssdk.services.apigateway.model.UpdateIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.UpdateIntegrationResponse;

/** The operations on the integrations of REST APIs. */
public final class RestIntegrations extends RestRoom {
    private static final Set<String> CHANGEABLE = Set.of(
            "uri",
            "httpMethod",
            "credentials",
            "requestParameters",
            "requestTemplates",
            "passthroughBehavior",
            "contentHandling",
            "timeoutInMillis",
            "connectionType",
            "connectionId",
            "cacheNamespace",
            "cacheKeyParameters",
            "tlsConfig");
    private static final int USUAL = 29_000;

    private final RestContext context;

    public RestIntegrations(RestContext context) {
        this.context = context;
    }

    @Override
    public PutIntegrationResponse putIntegration(PutIntegrationRequest request) {
        Integration given = withDefaults(
                Shapes.copy(request, Integration.builder())
                        .httpMethod(request.integrationHttpMethod())
                        .build(),
                request.resourceId());
        Method method = context.write(
                request.restApiId(),
                api -> api.change(request.resourceId(), request.httpMethod(), known -> {
                    Optional<Integration> before = Optional.ofNullable(known.methodIntegration());
                    return known.toBuilder()
                            .methodIntegration(given.toBuilder()
                                    .integrationResponses(before.filter(Integration::hasIntegrationResponses)
                                            .map(Integration::integrationResponses)
                                            .orElse(null))
                                    .build())
                            .build();
                }));
        return Shapes.copy(method.methodIntegration(), PutIntegrationResponse.builder())
                .build();
    }

    @Override
    public GetIntegrationResponse getIntegration(GetIntegrationRequest request) {
        return context.read(request.restApiId(), api -> Shapes.copy(
                        api.integration(request.resourceId(), request.httpMethod()), GetIntegrationResponse.builder())
                .build());
    }

    @Override
    public UpdateIntegrationResponse updateIntegration(UpdateIntegrationRequest request) {
        Method method = context.write(request.restApiId(), api -> {
            Integration known = api.integration(request.resourceId(), request.httpMethod());
            Integration patched = RestIntegrationRules.checked(
                    Patches.apply(known, Integration.builder(), request.patchOperations(), CHANGEABLE));
            return api.change(request.resourceId(), request.httpMethod(), each -> each.toBuilder()
                    .methodIntegration(patched)
                    .build());
        });
        return Shapes.copy(method.methodIntegration(), UpdateIntegrationResponse.builder())
                .build();
    }

    @Override
    public DeleteIntegrationResponse deleteIntegration(DeleteIntegrationRequest request) {
        context.write(request.restApiId(), api -> {
            api.integration(request.resourceId(), request.httpMethod());
            return api.change(request.resourceId(), request.httpMethod(), each -> each.toBuilder()
                    .methodIntegration((Integration) null)
                    .build());
        });
        return DeleteIntegrationResponse.builder().build();
    }

    /** Returns an integration that can be honoured, with what a new one has. */
    static Integration withDefaults(Integration given, String resource) {
        return RestIntegrationRules.checked(given).toBuilder()
                .passthroughBehavior(
                        Optional.ofNullable(given.passthroughBehavior()).orElse("WHEN_NO_MATCH"))
                .timeoutInMillis(Optional.ofNullable(given.timeoutInMillis()).orElse(USUAL))
                .cacheNamespace(Optional.ofNullable(given.cacheNamespace()).orElse(resource))
                .build();
    }
}
