package io.laguna.emulator.edge.mount;

import io.laguna.emulator.edge.answer.AnswerStream;
import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.log.Call;
import io.laguna.emulator.edge.request.Arrival;
import io.laguna.emulator.edge.request.BodyReader;
import io.laguna.emulator.edge.request.WireRequests;
import io.laguna.emulator.edge.signature.Refusal;
import io.laguna.emulator.edge.signature.SignatureCheck;
import io.laguna.emulator.kit.Identity;
import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A request and the way to answer it. One thread at a time uses it. */
public final class Exchange {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Arrival arrival;
    private final Call call;
    private final BodyReader bodies;
    private final SignatureCheck signatures;
    private Optional<WireRequest> whole = Optional.empty();

    public Exchange(
            Request request,
            Response response,
            Callback callback,
            Arrival arrival,
            Call call,
            BodyReader bodies,
            SignatureCheck signatures) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.arrival = arrival;
        this.call = call;
        this.bodies = bodies;
        this.signatures = signatures;
    }

    /** Returns the request without its body. */
    public WireRequest head() {
        return arrival.head();
    }

    /**
     * Returns the request with its body, which is read to its end.
     *
     * @throws IOException where it is larger or slower than the edge's limits, or broke off
     */
    public WireRequest whole() throws IOException {
        if (whole.isEmpty()) {
            whole = Optional.of(WireRequests.with(arrival.head(), bodies.read(request)));
        }
        return whole.get();
    }

    /**
     * Returns who has signed the request, whose body is read to its end. Where any credentials are taken, it is who claims to.
     *
     * @throws Refusal for a request that is not let in
     */
    public Identity signer() throws IOException, Refusal {
        return signatures.verify(arrival, Optional.of(whole().body())).identity();
    }

    /** Returns the body as it comes, of any size. */
    public InputStream body() {
        return Request.asInputStream(request);
    }

    /** Returns the id by which the call is found in the log. */
    public String requestId() {
        return call.requestId();
    }

    /** Sends an answer, which ends the exchange. */
    public void answer(WireResponse answer) {
        Answers.send(answer, response, callback);
    }

    /** Begins an answer. Its body is everything that is written to the stream until the stream is closed. */
    public OutputStream answer(int status, Map<String, List<String>> headers) {
        response.setStatus(status);
        headers.forEach((name, values) -> response.getHeaders().put(name, values));
        return new AnswerStream(Content.Sink.asOutputStream(response), callback);
    }

    public Arrival arrival() {
        return arrival;
    }

    public Call call() {
        return call;
    }

    public Request request() {
        return request;
    }

    public Response response() {
        return response;
    }

    public Callback callback() {
        return callback;
    }
}
