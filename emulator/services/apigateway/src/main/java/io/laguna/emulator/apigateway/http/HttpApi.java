package io.laguna.emulator.apigateway.http;

import io.laguna.emulator.apigateway.record.ApiRecords;
import io.laguna.emulator.apigateway.record.ApiRow;
import io.laguna.emulator.apigateway.record.PartKind;
import io.laguna.emulator.apigateway.record.Parts;
import io.laguna.emulator.apigateway.record.Shelf;
import io.laguna.emulator.kit.shape.ShapeJson;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.Deployment;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** An HTTP API and its parts, over one connection to the state. */
public record HttpApi(Handle handle, ApiRow row) {
    public Api api() {
        return ShapeJson.read(row.definition(), Api.builder());
    }

    void put(Api changed) {
        new ApiRecords(handle).update(row.id(), ShapeJson.write(changed));
    }

    public Shelf<Integration> integrations() {
        return new Shelf<>(parts(PartKind.INTEGRATION), Integration::builder, Integration::integrationId);
    }

    public Shelf<Route> routes() {
        return new Shelf<>(parts(PartKind.ROUTE), Route::builder, Route::routeId);
    }

    public Shelf<Stage> stages() {
        return new Shelf<>(parts(PartKind.STAGE), Stage::builder, Stage::stageName);
    }

    public Shelf<Deployment> deployments() {
        return new Shelf<>(parts(PartKind.DEPLOYMENT), Deployment::builder, Deployment::deploymentId);
    }

    Parts snapshots() {
        return parts(PartKind.SNAPSHOT);
    }

    Integration integration(String id) {
        return integrations().find(id).orElseThrow(() -> HttpFailures.none("Integration"));
    }

    Route route(String id) {
        return routes().find(id).orElseThrow(() -> HttpFailures.none("Route"));
    }

    Stage stage(String name) {
        return stages().find(name).orElseThrow(() -> HttpFailures.none("stage"));
    }

    Deployment deployment(String id) {
        return deployments().find(id).orElseThrow(() -> HttpFailures.none("Deployment"));
    }

    Parts parts(PartKind kind) {
        return new Parts(handle, row.id(), kind);
    }
}
