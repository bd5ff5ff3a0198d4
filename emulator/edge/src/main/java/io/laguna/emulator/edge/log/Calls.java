package io.laguna.emulator.edge.log;

import io.laguna.emulator.edge.request.Clocks;
import io.laguna.wire.WireRequest;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls in progress, and their log. Every failure in Laguna itself during a call is logged here, with the call's
 * request id.
 */
public final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    /** The prefix of the paths that Laguna has beside AWS. Requests below it are not in the log of calls. */
    private static final String OWN_PATHS = "/_laguna/";

    private final CallLog log;
    private final Clocks clocks;

    public Calls(CallLog log, Clocks clocks) {
        this.log = log;
        this.clocks = clocks;
    }

    /** Begins a call that ends with its answer. */
    public Call begin(WireRequest head, Request request, Response response) {
        Call call = new Call(clocks.now(), UUID.randomUUID().toString());
        boolean logged = !head.rawPath().startsWith(OWN_PATHS);
        Request.addCompletionListener(request, failure -> {
            Optional.ofNullable(failure).ifPresent(call::brokeOff);
            end(call, response, logged);
        });
        return call;
    }

    private void end(Call call, Response response, boolean logged) {
        String answeredId = Optional.ofNullable(response.getHeaders().get("x-amz-request-id"))
                .orElse(call.requestId());
        CallRecord record = call.finished(response.getStatus(), answeredId);
        call.unexpected()
                .ifPresent(failure -> LOG.error(
                        "Request {}, {}:{}, failed in Laguna",
                        record.requestId(),
                        record.service(),
                        record.operation(),
                        failure));
        if (logged) {
            log.write(record);
        }
    }
}
