package io.laguna.emulator.apigateway.plane;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laguna.emulator.apigateway.backend.TargetFailure;
import io.laguna.emulator.apigateway.backend.TargetFault;
import io.laguna.emulator.kit.proxy.BodyType;
import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.apigateway.model.Integration;
import software.amazon.awssdk.services.apigateway.model.IntegrationResponse;

/**
 * The integrations of the type MOCK: the request's template tells a status, and the answer of that status is the text and
 * the headers as they are written.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html">Mock
 *     integrations</a>
 */
final class MockTarget {
    /** Templates are written as API Gateway reads them: {@code {statusCode: 200}}. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    private static final String ALL_TYPES = "application/json";

    private MockTarget() {}

    static ProxyReply answer(Integration integration, ProxyRequest request) throws TargetFailure {
        String status = status(integration, request);
        IntegrationResponse response = integration.integrationResponses().values().stream()
                .sorted(Comparator.comparing((IntegrationResponse each) -> isDefault(each)))
                .filter(each -> isDefault(each) || status.matches(each.selectionPattern()))
                .findFirst()
                .orElseThrow(() -> new TargetFailure(
                        TargetFault.REFUSED,
                        "No integration response has a selectionPattern for the status " + status));
        List<ProxyHeader> headers = new ArrayList<>();
        response.responseParameters()
                .forEach((name, value) -> headers.add(new ProxyHeader(
                        name.substring("method.response.header.".length()), value.substring(1, value.length() - 1))));
        Map<String, String> templates = response.responseTemplates();
        String type =
                templates.isEmpty() ? ALL_TYPES : templates.keySet().iterator().next();
        if (headers.stream().noneMatch(header -> header.key().equals("content-type"))) {
            headers.add(new ProxyHeader("Content-Type", type));
        }
        String body = Optional.ofNullable(templates.get(type)).orElse("");
        return new ProxyReply(Integer.parseInt(response.statusCode()), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the origins that the answers to preflights name in a fixed {@code Access-Control-Allow-Origin}. */
    static List<String> allowedOrigins(Integration integration) {
        return integration.integrationResponses().values().stream()
                .flatMap(response -> response.responseParameters().entrySet().stream())
                .filter(parameter ->
                        parameter.getKey().equalsIgnoreCase("method.response.header.Access-Control-Allow-Origin"))
                .map(parameter ->
                        parameter.getValue().substring(1, parameter.getValue().length() - 1))
                .toList();
    }

    private static boolean isDefault(IntegrationResponse response) {
        return response.selectionPattern() == null
                || response.selectionPattern().isEmpty()
                || response.selectionPattern().equals("default");
    }

    private static String status(Integration integration, ProxyRequest request) throws TargetFailure {
        String type = request.header("content-type").map(BodyType::bare).orElse(ALL_TYPES);
        String template = Optional.ofNullable(integration.requestTemplates().get(type))
                .or(() -> Optional.ofNullable(integration.requestTemplates().get(ALL_TYPES)))
                .orElseThrow(() -> new TargetFailure(
                        TargetFault.REFUSED, "An integration of the type MOCK has no request template for " + type));
        try {
            String status = JSON.readTree(template).path("statusCode").asText();
            if (status.matches("[1-5]\\d\\d")) {
                return status;
            }
        } catch (JsonProcessingException e) {
            throw new TargetFailure(TargetFault.REFUSED, "The request template is not JSON: " + e.getOriginalMessage());
        }
        throw new TargetFailure(TargetFault.REFUSED, "The request template tells no statusCode");
    }
}
