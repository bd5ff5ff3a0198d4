package io.laguna.emulator.apigateway.http;

import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizationType;
import software.amazon.awssdk.services.apigatewayv2.model.Route;

/** The rules of the routes of an HTTP API. */
final class RouteRules {
    private static final String INTEGRATIONS = "integrations/";

    private RouteRules() {}

    /** Adds or changes a route that can be honoured, or throws. */
    static Route put(HttpApi api, Route given) {
        new HttpConstraints()
                .present("routeKey", given.routeKey())
                .length("routeKey", given.routeKey(), 1, 1024)
                .oneOf("authorizationType", given.authorizationTypeAsString(), AuthorizationType.knownValues())
                .length("operationName", given.operationName(), 1, 64)
                .length("target", given.target(), 0, 128)
                .text("authorizerId", given.authorizerId())
                .check();
        refuseWhatIsNotBuilt(given);
        Route route = given.toBuilder()
                .routeKey(RouteKey.parse(given.routeKey()).text())
                .authorizationType(AuthorizationType.NONE)
                .apiKeyRequired(false)
                .build();
        Optional.ofNullable(route.target()).ifPresent(target -> checkTarget(api, target));
        if (api.routes().all().stream()
                .anyMatch(other -> other.routeKey().equals(route.routeKey())
                        && !other.routeId().equals(route.routeId()))) {
            throw HttpFailures.conflict("Route with key " + route.routeKey() + " already exists for this API");
        }
        return api.routes().put(route);
    }

    private static void checkTarget(HttpApi api, String target) {
        if (!target.startsWith(INTEGRATIONS)) {
            throw HttpFailures.bad("The target of a route has the form integrations/IntegrationId, not " + target);
        }
        if (api.integrations().find(target.substring(INTEGRATIONS.length())).isEmpty()) {
            throw HttpFailures.bad("Invalid Integration identifier specified");
        }
    }

    private static void refuseWhatIsNotBuilt(Route given) {
        boolean open = given.authorizationType() == null || given.authorizationType() == AuthorizationType.NONE;
        if (!open
                || given.authorizerId() != null
                || (given.hasAuthorizationScopes()
                        && !given.authorizationScopes().isEmpty())) {
            throw HttpFailures.notBuilt("authorizers (authorizationType " + given.authorizationTypeAsString()
                    + "): a route with one would be open to everybody here");
        }
        if (Boolean.TRUE.equals(given.apiKeyRequired())
                || given.hasRequestModels()
                || (given.hasRequestParameters() && !given.requestParameters().isEmpty())
                || given.modelSelectionExpression() != null
                || given.routeResponseSelectionExpression() != null) {
            throw HttpFailures.bad("API keys, models, requestParameters and selection expressions of a route are for"
                    + " WebSocket APIs");
        }
    }
}
