package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.apigateway.record.ApiRecords;
import io.laguna.emulator.apigateway.record.ApiRow;
import io.laguna.emulator.apigateway.record.PartKind;
import io.laguna.emulator.apigateway.record.Parts;
import io.laguna.emulator.apigateway.record.Shelf;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.apigateway.model.Deployment;
import software.amazon.awssdk.services.apigateway.model.GatewayResponse;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;
import software.amazon.awssdk.services.apigateway.model.Stage;

/** A REST API and its parts, over one connection to the state. */
public record KeptApi(Handle handle, ApiRow row) {
    public RestApi api() {
        return ShapeJson.read(row.definition(), RestApi.builder());
    }

    KeptApi put(RestApi changed) {
        String definition = ShapeJson.write(changed);
        new ApiRecords(handle).update(row.id(), definition);
        return new KeptApi(handle, new ApiRow(row.id(), row.owner(), row.kind(), definition));
    }

    public Shelf<Resource> resources() {
        return new Shelf<>(parts(PartKind.RESOURCE), Resource::builder, Resource::id);
    }

    public Shelf<Stage> stages() {
        return new Shelf<>(parts(PartKind.STAGE), Stage::builder, Stage::stageName);
    }

    Shelf<Deployment> deployments() {
        return new Shelf<>(parts(PartKind.DEPLOYMENT), Deployment::builder, Deployment::id);
    }

    Shelf<GatewayResponse> gatewayResponses() {
        return new Shelf<>(
                parts(PartKind.GATEWAY_RESPONSE), GatewayResponse::builder, GatewayResponse::responseTypeAsString);
    }

    Parts snapshots() {
        return parts(PartKind.SNAPSHOT);
    }

    public Resource resource(String id) {
        return resources().find(id).orElseThrow(() -> RestFailures.none("Invalid Resource identifier specified"));
    }

    public Method method(String resource, String method) {
        return Optional.ofNullable(resource(resource).resourceMethods().get(String.valueOf(method)))
                .orElseThrow(() -> RestFailures.none("Invalid Method identifier specified"));
    }

    Integration integration(String resource, String method) {
        return Optional.ofNullable(method(resource, method).methodIntegration())
                .orElseThrow(() -> RestFailures.none("Invalid Integration identifier specified"));
    }

    Stage stage(String name) {
        return stages().find(name).orElseThrow(() -> RestFailures.none("Invalid stage identifier specified"));
    }

    Deployment deployment(String id) {
        return deployments().find(id).orElseThrow(() -> RestFailures.none("Invalid Deployment identifier specified"));
    }

    /** Changes a method that a resource has. */
    Method change(String resource, String method, UnaryOperator<Method> change) {
        return put(resource(resource), change.apply(method(resource, method)));
    }

    /** Adds a method to a resource, or changes it. */
    Method put(Resource resource, Method method) {
        Map<String, Method> methods = new HashMap<>(resource.resourceMethods());
        methods.put(method.httpMethod(), method);
        resources().put(resource.toBuilder().resourceMethods(methods).build());
        return method;
    }

    private Parts parts(PartKind kind) {
        return new Parts(handle, row.id(), kind);
    }
}
