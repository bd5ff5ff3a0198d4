package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.apigateway.record.ApiRow;
import io.laguna.emulator.apigateway.rest.KeptApi;
import io.laguna.emulator.apigateway.rest.RestContext;
import io.laguna.emulator.apigateway.rest.RestFailures;
import io.laguna.emulator.apigateway.rest.RestRoom;
import io.laguna.emulator.apigateway.rest.RestSnapshot;
import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.TestInvokeMethodRequest;
import software.amazon.awssdk.services.apigateway.model.TestInvokeMethodResponse;

/** The operation that calls a method of a REST API as it is now, without a stage. */
public final class TestInvoke extends RestRoom {
    private static final String STAGE = "test-invoke-stage";

    private final RestContext context;
    private final ExecuteApi execute;

    public TestInvoke(RestContext context, ExecuteApi execute) {
        this.context = context;
        this.execute = execute;
    }

    @Override
    public TestInvokeMethodResponse testInvokeMethod(TestInvokeMethodRequest request) {
        Called called = context.read(
                request.restApiId(),
                api -> new Called(
                        api.row(),
                        api.resource(request.resourceId()),
                        method(api, request),
                        RestRouteTable.of(RestSnapshot.of(api))));
        String given = Optional.ofNullable(request.pathWithQueryString())
                .filter(text -> text.startsWith("/"))
                .orElse(called.resource().path());
        int query = given.indexOf('?');
        String path = query < 0 ? given : given.substring(0, query);
        ProxyRequest test = request(request, path, query < 0 ? "" : given.substring(query + 1));
        long begun = System.nanoTime();
        Answer answer = execute.rest()
                .answer(
                        new Visit(
                                called.api(),
                                STAGE,
                                request.stageVariables(),
                                request.httpMethod() + " " + called.resource().path(),
                                PathTemplate.of(called.resource().path())
                                        .match(path)
                                        .orElse(Map.of()),
                                test),
                        new RestRouteTable.Match(called.resource(), called.method(), Map.of()),
                        path,
                        called.table());
        Map<String, List<String>> headers = new TreeMap<>();
        answer.reply().headers().forEach(header -> headers.computeIfAbsent(header.name(), name -> new ArrayList<>())
                .add(header.value()));
        Map<String, String> single = new TreeMap<>();
        headers.forEach((name, values) -> single.put(name, values.get(values.size() - 1)));
        return TestInvokeMethodResponse.builder()
                .status(answer.reply().status())
                .body(new String(answer.reply().body(), StandardCharsets.UTF_8))
                .headers(single)
                .multiValueHeaders(headers)
                .latency((System.nanoTime() - begun) / 1_000_000)
                .log("Execution log for request " + test.requestId() + "\n" + answer.known())
                .build();
    }

    /** A method with what surrounds it. */
    private record Called(ApiRow api, Resource resource, Method method, RestRouteTable table) {}

    private static Method method(KeptApi api, TestInvokeMethodRequest request) {
        Method method = api.method(request.resourceId(), request.httpMethod());
        if (method.methodIntegration() == null) {
            throw RestFailures.bad("No integration defined for method");
        }
        return method;
    }

    private static ProxyRequest request(TestInvokeMethodRequest request, String path, String query) {
        List<ProxyHeader> headers = new ArrayList<>();
        request.headers().forEach((name, value) -> headers.add(new ProxyHeader(name, value)));
        request.multiValueHeaders()
                .forEach((name, values) -> values.forEach(value -> headers.add(new ProxyHeader(name, value))));
        String method = request.httpMethod().equals("ANY") ? "GET" : request.httpMethod();
        return new ProxyRequest(
                method,
                path,
                query,
                headers,
                Optional.ofNullable(request.body()).orElse("").getBytes(StandardCharsets.UTF_8),
                "testPrefix.testDomainName",
                "test-invoke-source-ip",
                "HTTP/1.1",
                UUID.randomUUID().toString(),
                Instant.now());
    }
}
