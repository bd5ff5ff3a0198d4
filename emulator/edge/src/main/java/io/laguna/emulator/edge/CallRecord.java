package io.laguna.emulator.edge;

import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.Optional;

/** A call that is over: a line of the log. There is nothing in it of what was sent or answered, and no secret. */
record CallRecord(
        Instant time,
        String service,
        String operation,
        int status,
        long millis,
        String requestId,
        Optional<Caller> caller,
        Optional<String> error) {
    /** One JSON object, without the end of the line. */
    String json() {
        JsonText json = new JsonText()
                .field("time", time.toString())
                .field("service", service)
                .field("operation", operation)
                .field("status", status)
                .field("ms", millis)
                .field("requestId", requestId);
        caller.ifPresent(who -> json.field("account", who.accountId()).field("region", who.region()));
        error.ifPresent(why -> json.field("error", why));
        return json.object();
    }
}
