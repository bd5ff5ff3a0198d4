package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.apigateway.backend.FunctionUri;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.apigateway.model.ConnectionType;
import software.amazon.awssdk.services.apigateway.model.ContentHandlingStrategy;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.IntegrationResponse;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;

/**
 * The rules of the integrations of a REST API. Templates of VTL are refused; an integration of the type MOCK may have
 * templates that are the text itself.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-integration-settings.html">Integrations of
 *     REST APIs</a>
 */
final class RestIntegrationRules {
    private static final Set<String> METHODS =
            Set.of("ANY", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final int SHORTEST = 50;
    private static final int LONGEST = 29_000;
    private static final Pattern TARGET = Pattern.compile("integration\\.request\\.(path|header|querystring)\\.\\S+");
    private static final Pattern SOURCE =
            Pattern.compile("method\\.request\\.(path|header|querystring)\\.\\S+|stageVariables\\.\\S+|'.*'");
    private static final Pattern TEMPLATE_CODE = Pattern.compile("[$#]");

    private RestIntegrationRules() {}

    /** Returns an integration that can be honoured, or throws. */
    static Integration checked(Integration given) {
        new RestConstraints()
                .present("type", given.typeAsString())
                .oneOf("type", given.typeAsString(), IntegrationType.knownValues())
                .oneOf("httpMethod", given.httpMethod(), METHODS)
                .oneOf("connectionType", given.connectionTypeAsString(), ConnectionType.knownValues())
                .range("timeoutInMillis", given.timeoutInMillis(), SHORTEST, LONGEST)
                .text("credentials", given.credentials())
                .text("connectionId", given.connectionId())
                .text("passthroughBehavior", given.passthroughBehavior())
                .oneOf(
                        "passthroughBehavior",
                        given.passthroughBehavior(),
                        Set.of("WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"))
                .text("cacheNamespace", given.cacheNamespace())
                .oneOf("contentHandling", given.contentHandlingAsString(), ContentHandlingStrategy.knownValues())
                .check();
        if (!isAnyway(given)) {
            refuseConversion(given.contentHandling());
        }
        if (given.connectionType() == ConnectionType.VPC_LINK) {
            throw RestFailures.notBuilt(
                    "VPC links: a private server of yours is reached by its address, with INTERNET");
        }
        if (given.tlsConfig() != null && Boolean.TRUE.equals(given.tlsConfig().insecureSkipVerification())) {
            throw RestFailures.notBuilt("insecureSkipVerification");
        }
        if (given.hasCacheKeyParameters() && !given.cacheKeyParameters().isEmpty()) {
            throw RestFailures.notBuilt("caches (cacheKeyParameters)");
        }
        switch (given.type()) {
            case AWS_PROXY -> checkFunction(given);
            case HTTP_PROXY -> checkServer(given);
            case MOCK -> given.requestTemplates().values().forEach(RestIntegrationRules::checkTemplate);
            case AWS, HTTP, UNKNOWN_TO_SDK_VERSION -> throw RestFailures.notBuilt("integrations of the type "
                    + given.typeAsString() + ", whose templates are written in VTL: use " + given.typeAsString()
                    + "_PROXY, or MOCK without VTL");
        }
        return given;
    }

    /** Returns an answer of an integration that can be honoured, or throws. */
    static IntegrationResponse checked(Integration integration, IntegrationResponse response) {
        new RestConstraints()
                .status(response.statusCode())
                .length("selectionPattern", response.selectionPattern(), 0, 1024)
                .oneOf("contentHandling", response.contentHandlingAsString(), ContentHandlingStrategy.knownValues())
                .check();
        refuseConversion(response.contentHandling());
        if (integration.type() == IntegrationType.MOCK) {
            response.responseTemplates().values().forEach(RestIntegrationRules::checkTemplate);
            for (Map.Entry<String, String> parameter :
                    response.responseParameters().entrySet()) {
                if (!parameter.getKey().matches("method\\.response\\.header\\.\\S+")
                        || !parameter.getValue().matches("'.*'")) {
                    throw RestFailures.bad("An integration of the type MOCK gives headers fixed values ('value'): "
                            + parameter.getKey() + " = " + parameter.getValue());
                }
            }
        }
        return response;
    }

    /**
     * Tells whether a conversion of requests is what happens to them anyway: a function gets binary bodies in base 64, and a
     * MOCK gets none. The console writes it into each integration with a function, and so it is in exported documents.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html">Content
     *     type conversions</a>
     */
    private static boolean isAnyway(Integration given) {
        return given.contentHandling() == ContentHandlingStrategy.CONVERT_TO_TEXT
                && (given.type() == IntegrationType.AWS_PROXY || given.type() == IntegrationType.MOCK);
    }

    private static void refuseConversion(ContentHandlingStrategy handling) {
        if (handling != null) {
            throw RestFailures.notBuilt(
                    "contentHandling: the binaryMediaTypes of an API say which bodies are no texts");
        }
    }

    private static void checkTemplate(String template) {
        if (template != null && TEMPLATE_CODE.matcher(template).find()) {
            throw RestFailures.notBuilt("templates of VTL: a template of an integration of the type MOCK is the text"
                    + " itself, without $ and #");
        }
    }

    private static void checkFunction(Integration given) {
        if (given.uri() == null || !FunctionUri.isOfInvocations(given.uri())) {
            throw RestFailures.bad("Invalid ARN specified in the request: an integration of the type AWS_PROXY calls a"
                    + " function, arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations");
        }
        checkMethod(given);
    }

    private static void checkServer(Integration given) {
        if (given.uri() == null || !given.uri().matches("https?://[^\\s/?#]+\\S*")) {
            throw RestFailures.bad("Invalid HTTP endpoint specified for URI");
        }
        checkMethod(given);
        given.requestParameters().forEach((target, source) -> {
            if (!TARGET.matcher(target).matches() || !SOURCE.matcher(source).matches()) {
                throw RestFailures.bad("Invalid mapping expression specified: " + target + " = " + source);
            }
        });
    }

    private static void checkMethod(Integration given) {
        if (given.httpMethod() == null) {
            throw RestFailures.bad("Enumeration value for HttpMethod must be non-empty");
        }
    }
}
