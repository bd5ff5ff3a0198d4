package io.laguna.emulator.apigateway.plane;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.proxy.PayloadOne;
import io.laguna.emulator.kit.proxy.PayloadTwo;
import io.laguna.emulator.kit.proxy.Percent;
import io.laguna.emulator.kit.proxy.ProxyRequest;

/**
 * The events that a REST API sends to functions.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">Lambda
 *     proxy integrations</a>
 */
final class RestEvents {
    private RestEvents() {}

    /**
     * Returns the event of a request.
     *
     * @param path without the stage
     */
    static ObjectNode of(Visit visit, RestRouteTable.Match match, String path, boolean base64) {
        ProxyRequest request = visit.request();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("resource", match.resource().path())
                .put("path", Percent.decode(path))
                .put("httpMethod", request.method());
        PayloadOne.request(event, request);
        PayloadOne.texts(event, "pathParameters", visit.parameters());
        PayloadOne.texts(event, "stageVariables", visit.stageVariables());
        ObjectNode context = event.putObject("requestContext");
        context.put("resourceId", match.resource().id())
                .put("resourcePath", match.resource().path())
                .put("httpMethod", request.method())
                .put("extendedRequestId", request.requestId())
                .put("requestTime", PayloadTwo.time(request))
                .put("path", Percent.decode(request.rawPath()))
                .put("accountId", visit.api().owner().accountId())
                .put("protocol", request.protocol())
                .put("stage", visit.stage())
                .put("domainPrefix", request.hostPrefix())
                .put("requestTimeEpoch", request.at().toEpochMilli())
                .put("requestId", request.requestId())
                .set("identity", HttpEvents.identity(request));
        context.put("domainName", request.host()).put("apiId", visit.api().id());
        PayloadOne.body(event, request, base64);
        return event;
    }
}
