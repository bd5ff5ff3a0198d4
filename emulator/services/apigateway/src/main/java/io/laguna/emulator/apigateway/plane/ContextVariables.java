package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.apigateway.record.ApiRow;
import io.laguna.emulator.kit.proxy.PayloadTwo;
import io.laguna.emulator.kit.proxy.ProxyReply;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.util.Map;
import java.util.TreeMap;

/**
 * The variables {@code $context} of access logs.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html">Of HTTP APIs</a>
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html">Of
 *     REST APIs</a>
 */
final class ContextVariables {
    private ContextVariables() {}

    /**
     * Returns what is known of a request and its answer.
     *
     * @param millis from the request to the answer
     * @param found what is known of the route and the integration
     */
    static Map<String, String> of(
            ApiRow api, String stage, ProxyRequest request, ProxyReply reply, long millis, Map<String, String> found) {
        Map<String, String> known = new TreeMap<>(found);
        known.put("accountId", api.owner().accountId());
        known.put("apiId", api.id());
        known.put("domainName", request.host());
        known.put("domainPrefix", request.hostPrefix());
        known.put("extendedRequestId", request.requestId());
        known.put("httpMethod", request.method());
        known.put("identity.sourceIp", request.sourceIp());
        request.header("user-agent").ifPresent(agent -> known.put("identity.userAgent", agent));
        known.put("path", request.rawPath());
        known.put("protocol", request.protocol());
        known.put("requestId", request.requestId());
        known.put("requestTime", PayloadTwo.time(request));
        known.put("requestTimeEpoch", Long.toString(request.at().toEpochMilli()));
        known.put("responseLatency", Long.toString(millis));
        known.put("responseLength", Integer.toString(reply.body().length));
        known.put("stage", stage);
        known.put("status", Integer.toString(reply.status()));
        request.header("x-amzn-trace-id").ifPresent(trace -> known.put("xrayTraceId", trace));
        return known;
    }
}
