package io.laguna.emulator.apigateway.plane;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.proxy.BodyType;
import io.laguna.emulator.kit.proxy.PayloadOne;
import io.laguna.emulator.kit.proxy.PayloadTwo;
import io.laguna.emulator.kit.proxy.Percent;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.util.List;

/** The events that an HTTP API sends to functions. */
final class HttpEvents {
    private HttpEvents() {}

    static ObjectNode two(Visit visit) {
        return PayloadTwo.event(
                visit.request(),
                new PayloadTwo.Place(
                        visit.route(),
                        visit.stage(),
                        visit.api().owner().accountId(),
                        visit.api().id(),
                        visit.parameters(),
                        visit.stageVariables()));
    }

    static ObjectNode one(Visit visit) {
        ProxyRequest request = visit.request();
        String path = Percent.decode(request.rawPath());
        String resource = visit.route().substring(visit.route().indexOf(' ') + 1);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "1.0").put("resource", resource).put("path", path).put("httpMethod", request.method());
        PayloadOne.request(event, request);
        ObjectNode context = event.putObject("requestContext");
        context.put("accountId", visit.api().owner().accountId())
                .put("apiId", visit.api().id())
                .put("domainName", request.host())
                .put("domainPrefix", request.hostPrefix())
                .put("extendedRequestId", request.requestId())
                .put("httpMethod", request.method())
                .set("identity", identity(request));
        context.put("path", path)
                .put("protocol", request.protocol())
                .put("requestId", request.requestId())
                .put("requestTime", PayloadTwo.time(request))
                .put("requestTimeEpoch", request.at().toEpochMilli())
                .put("resourceId", visit.route())
                .put("resourcePath", resource)
                .put("stage", visit.stage());
        PayloadOne.texts(event, "pathParameters", visit.parameters());
        PayloadOne.texts(event, "stageVariables", visit.stageVariables());
        PayloadOne.body(event, request, !BodyType.isText(request.header("content-type")));
        return event;
    }

    /** Returns what is known of the client; without an authorizer most of it is null. */
    static ObjectNode identity(ProxyRequest request) {
        ObjectNode identity = JsonNodeFactory.instance.objectNode();
        List.of(
                        "accessKey",
                        "accountId",
                        "caller",
                        "cognitoAuthenticationProvider",
                        "cognitoAuthenticationType",
                        "cognitoIdentityId",
                        "cognitoIdentityPoolId",
                        "principalOrgId")
                .forEach(identity::putNull);
        identity.put("sourceIp", request.sourceIp()).putNull("user");
        request.header("user-agent")
                .ifPresentOrElse(agent -> identity.put("userAgent", agent), () -> identity.putNull("userAgent"));
        return identity.putNull("userArn");
    }
}
