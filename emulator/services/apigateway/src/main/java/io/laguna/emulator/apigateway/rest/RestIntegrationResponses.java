package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.kit.shape.Shapes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.apigateway.model.DeleteIntegrationResponseRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteIntegrationResponseResponse;
import software.amazon.awssdk.services.apigateway.model.GetIntegrationResponseRequest;
import software.amazon.awssdk.services.apigateway.model.GetIntegrationResponseResponse;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.IntegrationResponse;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationResponseRequest;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationResponseResponse;
import software.amazon.awssdk.services.apigateway.model.UpdateIntegrationResponseRequest;
import software.amazon.awssdk.services.apigateway.model.UpdateIntegrationResponseResponse;

/** The operations on what an integration of a REST API makes of its target's answers. */
public final class RestIntegrationResponses extends RestRoom {
    private static final Set<String> CHANGEABLE =
            Set.of("responseParameters", "responseTemplates", "selectionPattern", "contentHandling");

    private final RestContext context;

    public RestIntegrationResponses(RestContext context) {
        this.context = context;
    }

    @Override
    public PutIntegrationResponseResponse putIntegrationResponse(PutIntegrationResponseRequest request) {
        IntegrationResponse given =
                Shapes.copy(request, IntegrationResponse.builder()).build();
        context.read(
                request.restApiId(),
                api -> RestMethodResponses.of(
                        api.method(request.resourceId(), request.httpMethod()).methodResponses(),
                        request.statusCode()));
        change(
                request.restApiId(),
                request.resourceId(),
                request.httpMethod(),
                (integration, responses) ->
                        responses.put(given.statusCode(), RestIntegrationRules.checked(integration, given)));
        return Shapes.copy(given, PutIntegrationResponseResponse.builder()).build();
    }

    @Override
    public GetIntegrationResponseResponse getIntegrationResponse(GetIntegrationResponseRequest request) {
        return context.read(request.restApiId(), api -> Shapes.copy(
                        of(
                                api.integration(request.resourceId(), request.httpMethod())
                                        .integrationResponses(),
                                request.statusCode()),
                        GetIntegrationResponseResponse.builder())
                .build());
    }

    @Override
    public UpdateIntegrationResponseResponse updateIntegrationResponse(UpdateIntegrationResponseRequest request) {
        change(
                request.restApiId(),
                request.resourceId(),
                request.httpMethod(),
                (integration, responses) -> responses.put(
                        of(responses, request.statusCode()).statusCode(),
                        RestIntegrationRules.checked(
                                integration,
                                Patches.apply(
                                        of(responses, request.statusCode()),
                                        IntegrationResponse.builder(),
                                        request.patchOperations(),
                                        CHANGEABLE))));
        return context.read(request.restApiId(), api -> Shapes.copy(
                        of(
                                api.integration(request.resourceId(), request.httpMethod())
                                        .integrationResponses(),
                                request.statusCode()),
                        UpdateIntegrationResponseResponse.builder())
                .build());
    }

    @Override
    public DeleteIntegrationResponseResponse deleteIntegrationResponse(DeleteIntegrationResponseRequest request) {
        change(
                request.restApiId(),
                request.resourceId(),
                request.httpMethod(),
                (integration, responses) ->
                        responses.remove(of(responses, request.statusCode()).statusCode()));
        return DeleteIntegrationResponseResponse.builder().build();
    }

    private static IntegrationResponse of(Map<String, IntegrationResponse> responses, String status) {
        return Optional.ofNullable(responses.get(String.valueOf(status)))
                .orElseThrow(() -> RestFailures.none("Invalid Response status code specified"));
    }

    private void change(
            String id,
            String resource,
            String method,
            BiConsumer<Integration, Map<String, IntegrationResponse>> change) {
        context.write(id, api -> {
            Integration integration = api.integration(resource, method);
            Map<String, IntegrationResponse> responses = new HashMap<>(integration.integrationResponses());
            change.accept(integration, responses);
            return api.change(resource, method, known -> known.toBuilder()
                    .methodIntegration(integration.toBuilder()
                            .integrationResponses(responses)
                            .build())
                    .build());
        });
    }
}
