package io.laguna.emulator.apigateway.http;

import io.laguna.emulator.apigateway.record.ApiIds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;
import software.amazon.awssdk.services.apigatewayv2.model.Route;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/**
 * The parts of an API that is made with a target: one route, its integration, and a stage that deploys by itself.
 *
 * @param target the ARN of a function, or an address
 * @param routeKey of the one route
 * @param credentials the ARN of a role, where the function is called in its name
 */
record QuickCreate(String target, Optional<String> routeKey, Optional<String> credentials) {
    void make(HttpApi api) {
        Integration integration = api.integrations().put(integration(ApiIds.part()));
        api.routes()
                .put(Route.builder()
                        .routeId(ApiIds.part())
                        .routeKey(RouteKey.parse(routeKey.orElse(RouteKey.DEFAULT))
                                .text())
                        .target("integrations/" + integration.integrationId())
                        .apiKeyRequired(false)
                        .authorizationType("NONE")
                        .apiGatewayManaged(true)
                        .build());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        api.stages()
                .put(Stage.builder()
                        .stageName(RouteKey.DEFAULT)
                        .autoDeploy(true)
                        .apiGatewayManaged(true)
                        .createdDate(now)
                        .lastUpdatedDate(now)
                        .build());
    }

    /** Gives the parts that were made by quick create another target. */
    static void retarget(
            HttpApi api, Optional<String> target, Optional<String> routeKey, Optional<String> credentials) {
        if (target.isEmpty() && routeKey.isEmpty() && credentials.isEmpty()) {
            return;
        }
        Route route = api.routes().all().stream()
                .filter(each -> Boolean.TRUE.equals(each.apiGatewayManaged()))
                .findFirst()
                .orElseThrow(
                        () -> HttpFailures.bad(
                                "target, routeKey and credentialsArn can be changed only of an API that was made by quick create"));
        Integration integration = api.integration(route.target().substring("integrations/".length()));
        String uri = target.orElse(integration.integrationUri());
        Optional<String> role = credentials.or(() -> Optional.ofNullable(integration.credentialsArn()));
        api.integrations().put(new QuickCreate(uri, routeKey, role).integration(integration.integrationId()));
        routeKey.ifPresent(key -> api.routes()
                .put(route.toBuilder().routeKey(RouteKey.parse(key).text()).build()));
    }

    private Integration integration(String id) {
        boolean function = target.startsWith("arn:");
        Integration made = IntegrationRules.integration(
                CreateIntegrationRequest.builder()
                        .integrationType(function ? IntegrationType.AWS_PROXY : IntegrationType.HTTP_PROXY)
                        .integrationUri(target)
                        .integrationMethod(function ? "POST" : "ANY")
                        .payloadFormatVersion(function ? "2.0" : "1.0")
                        .credentialsArn(credentials.orElse(null))
                        .build(),
                id);
        return made.toBuilder().apiGatewayManaged(true).build();
    }
}
