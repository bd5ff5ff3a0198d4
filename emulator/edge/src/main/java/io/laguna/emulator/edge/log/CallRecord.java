package io.laguna.emulator.edge.log;

import io.laguna.emulator.edge.answer.JsonText;
import io.laguna.emulator.kit.Caller;
import java.time.Instant;
import java.util.Optional;

/** A call that is over: a line of the log. The line holds nothing of what was sent or answered, and no secret. */
record CallRecord(
        Instant time,
        String service,
        String operation,
        int status,
        long millis,
        String requestId,
        Optional<Caller> caller,
        Optional<String> error,
        Optional<String> forwarded) {
    /** Returns the record as one JSON object, without a line break. */
    String json() {
        JsonText json = new JsonText()
                .field("time", time.toString())
                .field("service", service)
                .field("operation", operation)
                .field("status", status)
                .field("ms", millis)
                .field("requestId", requestId);
        caller.ifPresent(who -> json.field("account", who.accountId()).field("region", who.region()));
        forwarded.ifPresent(address -> json.field("forwarded", address));
        error.ifPresent(why -> json.field("error", why));
        return json.object();
    }
}
