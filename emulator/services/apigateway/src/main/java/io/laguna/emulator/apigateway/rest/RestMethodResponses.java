package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.kit.shape.Shapes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.apigateway.model.DeleteMethodResponseRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteMethodResponseResponse;
import software.amazon.awssdk.services.apigateway.model.GetMethodResponseRequest;
import software.amazon.awssdk.services.apigateway.model.GetMethodResponseResponse;
import software.amazon.awssdk.services.apigateway.model.MethodResponse;
import software.amazon.awssdk.services.apigateway.model.PutMethodResponseRequest;
import software.amazon.awssdk.services.apigateway.model.PutMethodResponseResponse;
import software.amazon.awssdk.services.apigateway.model.UpdateMethodResponseRequest;
import software.amazon.awssdk.services.apigateway.model.UpdateMethodResponseResponse;

/** The operations on the answers that a method of a REST API declares. */
public final class RestMethodResponses extends RestRoom {
    private static final Set<String> CHANGEABLE = Set.of("responseParameters", "responseModels");

    private final RestContext context;

    public RestMethodResponses(RestContext context) {
        this.context = context;
    }

    @Override
    public PutMethodResponseResponse putMethodResponse(PutMethodResponseRequest request) {
        MethodResponse response =
                checked(Shapes.copy(request, MethodResponse.builder()).build());
        change(request.restApiId(), request.resourceId(), request.httpMethod(), responses -> {
            if (responses.putIfAbsent(response.statusCode(), response) != null) {
                throw RestFailures.conflict("Response already exists for this resource");
            }
        });
        return Shapes.copy(response, PutMethodResponseResponse.builder()).build();
    }

    @Override
    public GetMethodResponseResponse getMethodResponse(GetMethodResponseRequest request) {
        return context.read(request.restApiId(), api -> Shapes.copy(
                        of(
                                api.method(request.resourceId(), request.httpMethod())
                                        .methodResponses(),
                                request.statusCode()),
                        GetMethodResponseResponse.builder())
                .build());
    }

    @Override
    public UpdateMethodResponseResponse updateMethodResponse(UpdateMethodResponseRequest request) {
        change(
                request.restApiId(),
                request.resourceId(),
                request.httpMethod(),
                responses -> responses.put(
                        of(responses, request.statusCode()).statusCode(),
                        checked(Patches.apply(
                                of(responses, request.statusCode()),
                                MethodResponse.builder(),
                                request.patchOperations(),
                                CHANGEABLE))));
        return context.read(request.restApiId(), api -> Shapes.copy(
                        of(
                                api.method(request.resourceId(), request.httpMethod())
                                        .methodResponses(),
                                request.statusCode()),
                        UpdateMethodResponseResponse.builder())
                .build());
    }

    @Override
    public DeleteMethodResponseResponse deleteMethodResponse(DeleteMethodResponseRequest request) {
        change(
                request.restApiId(),
                request.resourceId(),
                request.httpMethod(),
                responses ->
                        responses.remove(of(responses, request.statusCode()).statusCode()));
        return DeleteMethodResponseResponse.builder().build();
    }

    /** Returns the response of a status, or throws. */
    static MethodResponse of(Map<String, MethodResponse> responses, String status) {
        return Optional.ofNullable(responses.get(String.valueOf(status)))
                .orElseThrow(() -> RestFailures.none("Invalid Response status code specified"));
    }

    static MethodResponse checked(MethodResponse response) {
        new RestConstraints().status(response.statusCode()).check();
        MethodRules.models(response.responseModels());
        for (String parameter : response.responseParameters().keySet()) {
            if (!parameter.matches("method\\.response\\.header\\.\\S+")) {
                throw RestFailures.bad("Invalid mapping expression parameter specified: " + parameter);
            }
        }
        return response;
    }

    private void change(String id, String resource, String method, Consumer<Map<String, MethodResponse>> change) {
        context.write(
                id,
                api -> api.change(resource, method, known -> {
                    Map<String, MethodResponse> responses = new HashMap<>(known.methodResponses());
                    change.accept(responses);
                    return known.toBuilder().methodResponses(responses).build();
                }));
    }
}
