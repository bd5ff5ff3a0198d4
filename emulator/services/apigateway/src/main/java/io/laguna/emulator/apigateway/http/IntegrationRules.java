package io.laguna.emulator.apigateway.http;

import io.laguna.emulator.apigateway.backend.FunctionUri;
import io.laguna.emulator.kit.shape.Shapes;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.apigatewayv2.model.ConnectionType;
import software.amazon.awssdk.services.apigatewayv2.model.CreateIntegrationRequest;
import software.amazon.awssdk.services.apigatewayv2.model.Integration;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;

/**
 * The rules of the integrations of an HTTP API.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations.html">Integrations
 *     of HTTP APIs</a>
 */
final class IntegrationRules {
    private static final Set<String> METHODS =
            Set.of("ANY", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final int SHORTEST = 50;
    private static final int LONGEST = 30_000;

    private IntegrationRules() {}

    /** Returns a new integration. */
    static Integration integration(CreateIntegrationRequest request, String id) {
        new HttpConstraints()
                .present("integrationType", request.integrationTypeAsString())
                .oneOf("integrationType", request.integrationTypeAsString(), IntegrationType.knownValues())
                .check();
        Integration given = Shapes.copy(request, Integration.builder()).build();
        boolean function = given.integrationType() == IntegrationType.AWS_PROXY;
        return checked(given.toBuilder()
                .integrationId(id)
                .connectionType(
                        Optional.ofNullable(given.connectionTypeAsString()).orElse("INTERNET"))
                .payloadFormatVersion(
                        Optional.ofNullable(given.payloadFormatVersion()).orElse("1.0"))
                .integrationMethod(
                        Optional.ofNullable(given.integrationMethod()).orElse(function ? "POST" : null))
                .timeoutInMillis(Optional.ofNullable(given.timeoutInMillis()).orElse(LONGEST))
                .build());
    }

    /** Returns an integration that can be honoured, or throws. */
    static Integration checked(Integration given) {
        new HttpConstraints()
                .oneOf("connectionType", given.connectionTypeAsString(), ConnectionType.knownValues())
                .oneOf("integrationMethod", given.integrationMethod(), METHODS)
                .oneOf("payloadFormatVersion", given.payloadFormatVersion(), Set.of("1.0", "2.0"))
                .range("timeoutInMillis", given.timeoutInMillis(), SHORTEST, LONGEST)
                .length("credentialsArn", given.credentialsArn(), 1, 1024)
                .length("integrationUri", given.integrationUri(), 1, 2048)
                .description(given.description())
                .text("connectionId", given.connectionId())
                .check();
        refuseWhatIsNotBuilt(given);
        switch (given.integrationType()) {
            case AWS_PROXY -> checkFunction(given);
            case HTTP_PROXY -> checkServer(given);
            case AWS, HTTP, MOCK, UNKNOWN_TO_SDK_VERSION -> throw HttpFailures.bad(
                    "Integrations of the type " + given.integrationTypeAsString()
                            + " are for WebSocket APIs: an HTTP API has AWS_PROXY and HTTP_PROXY");
        }
        return given;
    }

    private static void checkFunction(Integration given) {
        if (given.integrationUri() == null || !FunctionUri.isOne(given.integrationUri())) {
            throw HttpFailures.bad("Integration with the type AWS_PROXY needs the ARN of a function as its"
                    + " integrationUri, not " + given.integrationUri());
        }
    }

    private static void checkServer(Integration given) {
        if (given.integrationUri() == null || !given.integrationUri().matches("https?://[^\\s/?#]+\\S*")) {
            throw HttpFailures.bad("Invalid HTTP endpoint specified for URI");
        }
        if (given.integrationMethod() == null) {
            throw HttpFailures.bad("HttpMethod must be specified for integrations of the type HTTP_PROXY");
        }
        if (!given.payloadFormatVersion().equals("1.0")) {
            throw HttpFailures.bad("An integration of the type HTTP_PROXY has the payloadFormatVersion 1.0");
        }
    }

    private static void refuseWhatIsNotBuilt(Integration given) {
        if (given.integrationSubtype() != null) {
            throw HttpFailures.notBuilt(
                    "integrations with other services of AWS (integrationSubtype): call them from a function");
        }
        if (given.connectionType() == ConnectionType.VPC_LINK) {
            throw HttpFailures.notBuilt(
                    "VPC links: a private server of yours is reached by its address, with INTERNET");
        }
        if (!given.requestParameters().isEmpty() || !given.responseParameters().isEmpty()) {
            throw HttpFailures.notBuilt("parameter mapping (requestParameters, responseParameters)");
        }
        if (given.tlsConfig() != null) {
            throw HttpFailures.notBuilt("tlsConfig: servers are known by their own names");
        }
        if (given.hasRequestTemplates()
                || given.templateSelectionExpression() != null
                || given.passthroughBehavior() != null
                || given.contentHandlingStrategy() != null) {
            throw HttpFailures.bad("Templates, passthroughBehavior and contentHandlingStrategy are for WebSocket APIs");
        }
    }
}
