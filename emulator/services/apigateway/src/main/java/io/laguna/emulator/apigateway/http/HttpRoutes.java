package io.laguna.emulator.apigateway.http;

import io.laguna.emulator.apigateway.record.ApiIds;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.apigatewayv2.model.CreateRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateRouteResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteRouteResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRouteResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateRouteRequest;
import software.amazon.awssdk.services.apigatewayv2.model.UpdateRouteResponse;

/** The operations on the routes of HTTP APIs. */
public final class HttpRoutes extends HttpRoom {
    private final HttpContext context;

    public HttpRoutes(HttpContext context) {
        this.context = context;
    }

    @Override
    public CreateRouteResponse createRoute(CreateRouteRequest request) {
        Route given =
                Shapes.copy(request, Route.builder()).routeId(ApiIds.part()).build();
        Route route = context.write(request.apiId(), api -> {
            Route made = RouteRules.put(api, given);
            Deployer.changed(api);
            return made;
        });
        return Shapes.copy(route, CreateRouteResponse.builder()).build();
    }

    @Override
    public GetRouteResponse getRoute(GetRouteRequest request) {
        return context.read(
                request.apiId(), api -> Shapes.copy(api.route(request.routeId()), GetRouteResponse.builder())
                        .build());
    }

    @Override
    public GetRoutesResponse getRoutes(GetRoutesRequest request) {
        List<Route> all = context.read(request.apiId(), api -> api.routes().all());
        Page<Route> page = HttpContext.page(all, Route::routeId, request.nextToken(), request.maxResults());
        return GetRoutesResponse.builder()
                .items(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateRouteResponse updateRoute(UpdateRouteRequest request) {
        Route route = context.write(request.apiId(), api -> {
            Route changed = RouteRules.put(
                    api,
                    Shapes.copy(request, api.route(request.routeId()).toBuilder())
                            .build());
            Deployer.changed(api);
            return changed;
        });
        return Shapes.copy(route, UpdateRouteResponse.builder()).build();
    }

    @Override
    public DeleteRouteResponse deleteRoute(DeleteRouteRequest request) {
        context.write(request.apiId(), api -> {
            api.routes().delete(api.route(request.routeId()));
            Deployer.changed(api);
            return api;
        });
        return DeleteRouteResponse.builder().build();
    }
}
