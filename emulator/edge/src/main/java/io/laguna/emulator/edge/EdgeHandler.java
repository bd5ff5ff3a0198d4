package io.laguna.emulator.edge;

import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.answer.HeadedResponse;
import io.laguna.emulator.edge.guard.CrossOrigin;
import io.laguna.emulator.edge.guard.Forbidden;
import io.laguna.emulator.edge.guard.Guard;
import io.laguna.emulator.edge.log.Call;
import io.laguna.emulator.edge.log.Calls;
import io.laguna.emulator.edge.mount.Destination;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.payload.BodyRefusal;
import io.laguna.emulator.edge.request.Arrival;
import io.laguna.emulator.edge.request.BodyReader;
import io.laguna.emulator.edge.request.Leftover;
import io.laguna.emulator.edge.request.WireRequests;
import io.laguna.emulator.edge.route.Routes;
import io.laguna.emulator.edge.signature.SignatureCheck;
import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The way of every request: find its destination, ask the guard, and pass it on. */
final class EdgeHandler extends Handler.Abstract {
    private final List<String> hostNames;
    private final Guard guard;
    private final Routes routes;
    private final BodyReader bodies;
    private final Calls calls;
    private final SignatureCheck signatures;

    EdgeHandler(
            List<String> hostNames,
            Guard guard,
            Routes routes,
            BodyReader bodies,
            Calls calls,
            SignatureCheck signatures) {
        this.hostNames = List.copyOf(hostNames);
        this.guard = guard;
        this.routes = routes;
        this.bodies = bodies;
        this.calls = calls;
        this.signatures = signatures;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        WireRequest head = WireRequests.head(request);
        Arrival arrival = Arrival.of(head, hostNames);
        Destination destination = routes.find(arrival);
        Optional<CrossOrigin> page = guard.crossOrigin(head);
        Map<String, String> always = new HashMap<>(destination.documents().headers(head));
        page.map(CrossOrigin::headers).ifPresent(always::putAll);

        Call call = calls.begin(head, request, response);
        call.goesTo(destination.name(), "-");
        Exchange exchange = new Exchange(
                request, new HeadedResponse(request, response, always), callback, arrival, call, bodies, signatures);
        try {
            guard.check(head, destination.visitors());
            Optional<WireResponse> preflight =
                    destination.preflight(exchange).or(() -> page.flatMap(origin -> origin.preflight(head)));
            if (preflight.isPresent()) {
                exchange.answer(preflight.get());
            } else {
                destination.check(arrival);
                destination.handle(exchange);
            }
        } catch (Forbidden e) {
            new Leftover(request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH)).read(exchange.body());
            destination.forbid(exchange, e);
        } catch (BodyRefusal e) {
            destination.fail(exchange, new ErrorAnswer(e.status(), e.code(), e.getMessage()));
        } catch (Exception | LinkageError | StackOverflowError e) {
            call.failed(e);
            giveUp(destination, exchange);
        }
        return true;
    }

    /**
     * Answers a failure. When the answer has already begun, it breaks off, and the client sees that it is not whole.
     */
    private static void giveUp(Destination destination, Exchange exchange) {
        if (exchange.response().isCommitted()) {
            exchange.callback().failed(exchange.call().unexpected().orElseThrow());
        } else {
            destination.breakDown(exchange);
        }
    }
}
