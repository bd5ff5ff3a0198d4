package io.laguna.emulator.apigateway.plane;

import io.laguna.emulator.apigateway.backend.FunctionCalls;
import io.laguna.emulator.apigateway.backend.ServerCalls;
import io.laguna.emulator.apigateway.log.AccessLog;
import io.laguna.emulator.apigateway.log.AccessLogFormat;
import io.laguna.emulator.apigateway.record.ApiKind;
import io.laguna.emulator.apigateway.record.ApiRow;
import io.laguna.emulator.apigateway.settings.GatewaySettings;
import io.laguna.emulator.kit.proxy.ProxyReply;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import io.laguna.emulator.kit.state.State;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.apigateway.model.GatewayResponseType;

/** The place where clients of APIs call. */
public final class ExecuteApi implements AutoCloseable {
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int LARGEST_BODY = 10 << 20;
    private static final Refusal REQUEST_TOO_LARGE = new Refusal(
            GatewayResponseType.REQUEST_TOO_LARGE, TOO_LARGE, "", "Request Too Long", "RequestTooLargeException");
    private static final Refusal NO_METHOD = new Refusal(
            GatewayResponseType.MISSING_AUTHENTICATION_TOKEN,
            FORBIDDEN,
            "",
            "Missing Authentication Token",
            "MissingAuthenticationTokenException");

    private final Deployed deployed;
    private final HttpPlane http;
    private final RestPlane rest;
    private final AccessLog log;
    private final ExecutorService executor;

    public ExecuteApi(State state, GatewaySettings settings) {
        this.deployed = new Deployed(state);
        this.executor = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "execute-api");
            thread.setDaemon(true);
            return thread;
        });
        FunctionCalls functions = new FunctionCalls(settings.functions(), executor);
        ServerCalls servers = new ServerCalls();
        this.http = new HttpPlane(functions, servers);
        this.rest = new RestPlane(functions, servers);
        this.log = new AccessLog(settings.logs());
    }

    /** Answers a client. */
    public ProxyReply answer(ApiAddress address, ProxyRequest arrived) {
        long begun = System.nanoTime();
        Optional<ApiRow> api = deployed.api(address.api());
        ApiKind kind = api.map(ApiRow::kind).orElse(ApiKind.HTTP);
        ProxyRequest request = Forwarded.with(arrived, address.rawPath());
        Optional<Served> served = api.flatMap(row -> deployed.find(row, address));
        Answer answer = served.map(stage -> answer(stage, request)).orElseGet(() -> nothing(kind));
        ProxyReply reply = ReplyHeaders.of(kind, answer.reply(), request.requestId());
        long millis = (System.nanoTime() - begun) / 1_000_000;
        served.ifPresent(stage -> stage.log()
                .ifPresent(lines -> log.write(
                        lines.destination(),
                        new AccessLogFormat(lines.format()),
                        stage.api().id() + "/" + stage.stage(),
                        ContextVariables.of(stage.api(), stage.stage(), request, reply, millis, answer.known()))));
        return reply;
    }

    /**
     * Tells whether a page of another site may send a request.
     *
     * @param request without its body
     */
    public boolean admits(ApiAddress address, ProxyRequest request) {
        return deployed.api(address.api())
                .flatMap(row -> deployed.find(row, address))
                .filter(served -> Visitors.admit(served, request))
                .isPresent();
    }

    RestPlane rest() {
        return rest;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private Answer answer(Served served, ProxyRequest request) {
        return served instanceof Served.OfHttp stage ? answer(stage, request) : answer((Served.OfRest) served, request);
    }

    private Answer answer(Served.OfHttp stage, ProxyRequest request) {
        Optional<CorsAnswers> cors = stage.cors().map(CorsAnswers::new);
        Optional<Answer> preflight =
                cors.flatMap(rules -> rules.preflight(request)).map(reply -> new Answer(reply, new TreeMap<>()));
        Answer answer = preflight.orElseGet(() -> routed(stage, request));
        return preflight.isPresent()
                ? answer
                : new Answer(
                        cors.map(rules -> rules.with(answer.reply(), request)).orElse(answer.reply()), answer.known());
    }

    private Answer routed(Served.OfHttp stage, ProxyRequest request) {
        if (request.body().length > LARGEST_BODY) {
            return Answer.message(TOO_LARGE, "Request Entity Too Large", new TreeMap<>());
        }
        Optional<HttpRouteTable.Match> match = stage.routes().find(request.method(), stage.path());
        if (match.isEmpty()) {
            return nothing(ApiKind.HTTP);
        }
        String key = match.get().entry().key().text();
        Answer answer = http.answer(
                new Visit(
                        stage.api(),
                        stage.stage(),
                        stage.variables(),
                        key,
                        match.get().variables(),
                        request),
                match.get());
        answer.known().put("routeKey", key);
        return answer;
    }

    private Answer answer(Served.OfRest stage, ProxyRequest request) {
        if (request.body().length > LARGEST_BODY) {
            return refused(stage, request, REQUEST_TOO_LARGE);
        }
        if (!stage.routes().isOpen()) {
            return nothing(ApiKind.REST);
        }
        Optional<RestRouteTable.Match> match = stage.routes().find(request.method(), stage.path());
        if (match.isEmpty()) {
            return refused(stage, request, NO_METHOD);
        }
        String path = match.get().resource().path();
        return rest.answer(
                visit(stage, request, path, match.get().variables()), match.get(), stage.path(), stage.routes());
    }

    private static Answer refused(Served.OfRest stage, ProxyRequest request, Refusal refusal) {
        Visit visit = visit(stage, request, stage.path(), Map.of());
        return refusal.answer(visit, stage.routes().responses(), new TreeMap<>());
    }

    private static Visit visit(
            Served.OfRest stage, ProxyRequest request, String path, Map<String, String> pathVariables) {
        return new Visit(
                stage.api(), stage.stage(), stage.variables(), request.method() + " " + path, pathVariables, request);
    }

    /** Returns the answer where no API, or no stage of one, is. */
    private static Answer nothing(ApiKind kind) {
        return switch (kind) {
            case HTTP -> Answer.message(NOT_FOUND, "Not Found", new TreeMap<>());
            case REST -> Answer.message(FORBIDDEN, "Forbidden", new TreeMap<>())
                    .with("x-amzn-ErrorType", "ForbiddenException");
        };
    }
}
