package io.laguna.emulator.apigateway.http;

import io.laguna.emulator.apigateway.record.ApiIds;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteIntegrationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateIntegrationResponse;

/** The operations on the integrations of HTTP APIs. */
public final class HttpIntegrations extends HttpRoom {
    private final HttpContext context;

    public HttpIntegrations(HttpContext context) {
        this.context = context;
    }

    @Override
    public CreateIntegrationResponse createIntegration(CreateIntegrationRequest request) {
        Integration integration = IntegrationRules.integration(request, ApiIds.part());
        context.write(request.apiId(), api -> {
            api.integrations().put(integration);
            Deployer.changed(api);
            return api;
        });
        return Shapes.copy(integration, CreateIntegrationResponse.builder()).build();
    }

    @Override
    public GetIntegrationResponse getIntegration(GetIntegrationRequest request) {
        return context.read(request.apiId(), api -> Shapes.copy(
                        api.integration(request.integrationId()), GetIntegrationResponse.builder())
                .build());
    }

    @Override
    public GetIntegrationsResponse getIntegrations(GetIntegrationsRequest request) {
        List<Integration> all =
                context.read(request.apiId(), api -> api.integrations().all());
        Page<Integration> page =
                HttpContext.page(all, Integration::integrationId, request.nextToken(), request.maxResults());
        return GetIntegrationsResponse.builder()
                .items(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateIntegrationResponse updateIntegration(UpdateIntegrationRequest request) {
        new HttpConstraints()
                .oneOf("integrationType", request.integrationTypeAsString(), IntegrationType.knownValues())
                .check();
        Integration updated = context.write(request.apiId(), api -> {
            Integration changed =
                    IntegrationRules.checked(Shapes.copy(request, api.integration(request.integrationId()).toBuilder())
                            .build());
            api.integrations().put(changed);
            Deployer.changed(api);
            return changed;
        });
        return Shapes.copy(updated, UpdateIntegrationResponse.builder()).build();
    }

    @Override
    public DeleteIntegrationResponse deleteIntegration(DeleteIntegrationRequest request) {
        context.write(request.apiId(), api -> {
            Integration integration = api.integration(request.integrationId());
            api.routes().all().stream()
                    .filter(route -> ("integrations/" + integration.integrationId()).equals(route.target()))
                    .findFirst()
                    .ifPresent(route -> {
                        throw HttpFailures.conflict("Cannot delete Integration '" + integration.integrationId()
                                + "' because it is referenced by Route '" + route.routeId() + "'");
                    });
            api.integrations().delete(integration);
            Deployer.changed(api);
            return api;
        });
        return DeleteIntegrationResponse.builder().build();
    }
}
