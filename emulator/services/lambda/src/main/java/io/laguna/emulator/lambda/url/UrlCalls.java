package io.laguna.emulator.lambda.url;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Principal;
import io.laguna.emulator.kit.proxy.MalformedReplyException;
import io.laguna.emulator.kit.proxy.PayloadTwo;
import io.laguna.emulator.kit.proxy.ProxyHeader;
import io.laguna.emulator.kit.proxy.ProxyReply;
import io.laguna.emulator.kit.proxy.ProxyRequest;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.lambda.environment.FunctionRunner;
import io.laguna.emulator.lambda.environment.Invocation;
import io.laguna.emulator.lambda.environment.InvocationResult;
import io.laguna.emulator.lambda.record.FunctionRecords;
import io.laguna.emulator.lambda.record.Qualified;
import io.laguna.emulator.lambda.record.Statements;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.engines.function.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.InvalidRuntimeException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/**
 * The calls of functions by their URLs.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Invoking function URLs</a>
 */
public record UrlCalls(State state, Seal seal, FunctionRunner runner) {
    private static final int MOST_BYTES = 6_291_456;
    private static final String TYPE = "application/json";

    /** Tells whether a page of another site may call. A function that lets in everybody lets in pages too. */
    public boolean admits(UrlAddress address, ProxyRequest head) {
        return find(address)
                .filter(url -> url.isOpen()
                        || head.header("origin").filter(url.cors()::allows).isPresent())
                .isPresent();
    }

    /** Tells whether a request has to be signed before anything is done. */
    public boolean isSigned(UrlAddress address, ProxyRequest request) {
        return find(address)
                .filter(url -> !url.isOpen() && url.cors().preflight(request).isEmpty())
                .isPresent();
    }

    /**
     * Returns the answer to a request.
     *
     * @param caller who has signed it; empty where nobody has, or where that is not asked for
     */
    public ProxyReply answer(UrlAddress address, ProxyRequest request, Optional<Principal> caller) {
        Optional<UrlRow> url = find(address);
        if (url.isEmpty()) {
            return UrlFailures.NOT_FOUND.reply();
        }
        Optional<ProxyReply> preflight = url.get().cors().preflight(request);
        return preflight.orElseGet(() -> url.get().cors().with(invoke(url.get(), address, request, caller), request));
    }

    private ProxyReply invoke(UrlRow url, UrlAddress address, ProxyRequest request, Optional<Principal> caller) {
        if (!isAllowed(url, caller)) {
            return UrlFailures.FORBIDDEN.reply();
        }
        String event = event(url, request.at(address.rawPath()), caller).toString();
        if (event.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return UrlFailures.TOO_LARGE.reply();
        }
        try {
            Version version = state.read(handle -> new Qualified(handle, seal).choose(url.function()));
            InvocationResult result = runner.run(
                    version, Invocation.of(request.requestId(), url.function().qualifiedArn(), Payload.of(event)));
            return named(
                    result.error().isPresent()
                            ? UrlFailures.FAILED.reply()
                            : PayloadTwo.reply(result.payload().bytes(), TYPE),
                    request.requestId());
        } catch (MalformedReplyException | InvalidRuntimeException e) {
            return UrlFailures.FAILED.reply();
        } catch (TooManyRequestsException e) {
            return UrlFailures.THROTTLED.reply();
        } catch (ResourceNotFoundException e) {
            return UrlFailures.NOT_FOUND.reply();
        }
    }

    /** Returns an answer with the id by which the invocation is found in the function's log. */
    private static ProxyReply named(ProxyReply reply, String requestId) {
        List<ProxyHeader> headers = new ArrayList<>(reply.headers());
        headers.add(new ProxyHeader("x-amzn-RequestId", requestId));
        return new ProxyReply(reply.status(), headers, reply.body());
    }

    /** Tells whether somebody may call: the function's own account may, others by its policy. */
    private boolean isAllowed(UrlRow url, Optional<Principal> caller) {
        boolean own = caller.filter(
                        us -> us.accountId().equals(url.function().owner().accountId()))
                .isPresent();
        if (!url.isOpen() && (own || caller.isEmpty())) {
            return own;
        }
        List<String> statements = state.read(handle -> new Statements(handle)
                .all(
                        new FunctionRecords(handle, seal).require(url.function()),
                        url.function().qualifier().orElse("")));
        return new UrlPermission(url.configuration().authTypeAsString(), caller).isIn(statements);
    }

    private static ObjectNode event(UrlRow url, ProxyRequest request, Optional<Principal> caller) {
        ObjectNode event = PayloadTwo.event(
                request,
                new PayloadTwo.Place(
                        "$default",
                        "$default",
                        caller.map(Principal::accountId).orElse("anonymous"),
                        url.id(),
                        Map.of(),
                        Map.of()));
        event.put("rawPath", request.rawPath());
        ObjectNode context = (ObjectNode) event.path("requestContext");
        ((ObjectNode) context.path("http")).put("path", request.rawPath());
        caller.ifPresent(us -> context.set("authorizer", authorizer(us)));
        return event;
    }

    private static ObjectNode authorizer(Principal caller) {
        ObjectNode authorizer = JsonNodeFactory.instance.objectNode();
        authorizer
                .putObject("iam")
                .put("accountId", caller.accountId())
                .put("callerId", caller.userId())
                .putNull("cognitoIdentity")
                .putNull("principalOrgId")
                .put("userArn", caller.arn())
                .put("userId", caller.userId());
        return authorizer;
    }

    private Optional<UrlRow> find(UrlAddress address) {
        return state.read(handle -> new UrlRecords(handle).find(address.id()));
    }
}
