package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.kit.shape.Shapes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.apigateway.model.DeleteMethodRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteMethodResponse;
import software.amazon.awssdk.services.apigateway.model.GetMethodRequest;
import software.amazon.awssdk.services.apigateway.model.GetMethodResponse;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.PutMethodRequest;
import software.amazon.awssdk.services.apigateway.model.PutMethodResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.UpdateMethodRequest;
import software.amazon.awssdk.services.apigateway.model.UpdateMethodResponse;

/** The operations on the methods of REST APIs. */
public final class RestMethods extends RestRoom {
    private static final Set<String> CHANGEABLE = Set.of(
            "authorizationType",
            "authorizerId",
            "apiKeyRequired",
            "operationName",
            "requestParameters",
            "requestModels",
            "requestValidatorId");

    private final RestContext context;

    public RestMethods(RestContext context) {
        this.context = context;
    }

    @Override
    public PutMethodResponse putMethod(PutMethodRequest request) {
        Method method = MethodRules.checked(Shapes.copy(request, Method.builder())
                .apiKeyRequired(Boolean.TRUE.equals(request.apiKeyRequired()))
                .build());
        context.write(request.restApiId(), api -> {
            Resource resource = api.resource(request.resourceId());
            if (resource.resourceMethods().containsKey(method.httpMethod())) {
                throw RestFailures.conflict("Method already exists for this resource");
            }
            return api.put(resource, method);
        });
        return Shapes.copy(method, PutMethodResponse.builder()).build();
    }

    @Override
    public GetMethodResponse getMethod(GetMethodRequest request) {
        return context.read(request.restApiId(), api -> Shapes.copy(
                        api.method(request.resourceId(), request.httpMethod()), GetMethodResponse.builder())
                .build());
    }

    @Override
    public UpdateMethodResponse updateMethod(UpdateMethodRequest request) {
        Method changed = context.write(
                request.restApiId(),
                api -> api.change(
                        request.resourceId(),
                        request.httpMethod(),
                        method -> MethodRules.checked(
                                Patches.apply(method, Method.builder(), request.patchOperations(), CHANGEABLE))));
        return Shapes.copy(changed, UpdateMethodResponse.builder()).build();
    }

    @Override
    public DeleteMethodResponse deleteMethod(DeleteMethodRequest request) {
        context.write(request.restApiId(), api -> {
            Method method = api.method(request.resourceId(), request.httpMethod());
            Resource resource = api.resource(request.resourceId());
            Map<String, Method> methods = new HashMap<>(resource.resourceMethods());
            methods.remove(method.httpMethod());
            return api.resources()
                    .put(resource.toBuilder().resourceMethods(methods).build());
        });
        return DeleteMethodResponse.builder().build();
    }
}
