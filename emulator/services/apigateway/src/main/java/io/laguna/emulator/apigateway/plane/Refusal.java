package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.apigateway.rest.GatewayResponses;
import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.apigateway.model.GatewayResponse;
import software.amazon.awssdk.services.apigateway.model.GatewayResponseType;

/**
 * An answer that the gateway of a REST API gives itself, because no integration has one.
 *
 * @param type which of the API's gateway responses says how it looks
 * @param gap what is before the message in AWS's words: a blank, in some
 * @param errorType the header {@code x-amzn-ErrorType}
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html">Gateway
 *     responses</a>
 */
record Refusal(GatewayResponseType type, int status, String gap, String message, String errorType) {
    private static final String HEADER = "gatewayresponse.header.";
    private static final String JSON = "application/json";
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(context|stageVariables|method\\.request)\\.([a-zA-Z0-9_-]+(?:\\.[a-zA-Z0-9_-]+)*)");

    /**
     * Returns the answer.
     *
     * @param known what an access log can say, to which this adds the error
     */
    Answer answer(Visit visit, GatewayResponses responses, Map<String, String> known) {
        known.put("error.responseType", type.toString());
        Answer plain = Answer.message(status, gap, message, known).with("x-amzn-ErrorType", errorType);
        return responses
                .find(type, status)
                .map(response -> written(visit, response, plain))
                .orElse(plain);
    }

    private Answer written(Visit visit, GatewayResponse response, Answer plain) {
        Map<String, String> known =
                ContextVariables.of(visit.api(), visit.stage(), visit.request(), plain.reply(), 0, plain.known());
        Map<String, String> templates = response.responseTemplates();
        String media =
                visit.request().header("accept").filter(templates::containsKey).orElse(JSON);
        String body = VARIABLE.matcher(templates.getOrDefault(media, ""))
                .replaceAll(variable -> Matcher.quoteReplacement(
                        value(visit, known, variable.group().substring(1)).orElse("")));
        List<ProxyHeader> headers = new ArrayList<>(plain.reply().headers());
        put(headers, "Content-Type", media);
        response.responseParameters().forEach((target, source) -> value(visit, known, source)
                .ifPresent(value -> put(headers, target.substring(HEADER.length()), value)));
        int answered = response.statusCode() == null ? status : Integer.parseInt(response.statusCode());
        return new Answer(new ProxyReply(answered, headers, body.getBytes(StandardCharsets.UTF_8)), plain.known());
    }

    private static Optional<String> value(Visit visit, Map<String, String> known, String source) {
        return source.startsWith("context.")
                ? Optional.ofNullable(known.get(source.substring("context.".length())))
                : RestMapping.source(visit, source);
    }

    private static void put(List<ProxyHeader> headers, String name, String value) {
        headers.removeIf(header -> header.key().equals(name.toLowerCase(Locale.ROOT)));
        headers.add(new ProxyHeader(name, value));
    }
}
