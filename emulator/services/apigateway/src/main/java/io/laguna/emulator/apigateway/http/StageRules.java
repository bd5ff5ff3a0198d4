package io.laguna.emulator.apigateway.http;

import io.laguna.emulator.apigateway.log.AccessLogFormat;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.model.RouteSettings;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** The rules of the stages of an HTTP API. */
final class StageRules {
    private StageRules() {}

    /** Returns a stage that can be honoured, or throws. */
    static Stage checked(HttpApi api, Stage stage) {
        new HttpConstraints()
                .stage(stage.stageName())
                .description(stage.description())
                .variables(stage.stageVariables())
                .tags(stage.tags())
                .text("deploymentId", stage.deploymentId())
                .text("clientCertificateId", stage.clientCertificateId())
                .check();
        if (stage.clientCertificateId() != null) {
            throw HttpFailures.bad("clientCertificateId is for WebSocket APIs");
        }
        Optional.ofNullable(stage.deploymentId()).ifPresent(api::deployment);
        Optional.ofNullable(stage.accessLogSettings())
                .filter(settings -> settings.destinationArn() != null || settings.format() != null)
                .flatMap(settings -> AccessLogFormat.problem(settings.destinationArn(), settings.format()))
                .ifPresent(problem -> {
                    throw HttpFailures.bad(problem);
                });
        Optional.ofNullable(stage.defaultRouteSettings()).ifPresent(StageRules::refuse);
        List.copyOf(stage.routeSettings().values()).forEach(StageRules::refuse);
        return stage;
    }

    private static void refuse(RouteSettings settings) {
        if (settings.throttlingBurstLimit() != null || settings.throttlingRateLimit() != null) {
            throw HttpFailures.notBuilt("throttling of routes (throttlingBurstLimit, throttlingRateLimit)");
        }
        if (Boolean.TRUE.equals(settings.detailedMetricsEnabled())) {
            throw HttpFailures.notBuilt("metrics of routes (detailedMetricsEnabled)");
        }
        if (Boolean.TRUE.equals(settings.dataTraceEnabled())
                || (settings.loggingLevelAsString() != null
                        && !settings.loggingLevelAsString().equals("OFF"))) {
            throw HttpFailures.bad("Execution logs are for WebSocket APIs: an HTTP API has accessLogSettings");
        }
    }
}
