package io.laguna.emulator.glue.connection;

import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.kit.Caller;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;

/** The failures of connections. */
final class ConnectionFailures {
    private ConnectionFailures() {}

    static EntityNotFoundException noConnection(String name) {
        return Failures.notFound("Connection " + name + " not found.");
    }

    /** Checks that a request asks for the caller's own catalog, which is the one that has connections. */
    static void check(Caller caller, String catalogId) {
        if (catalogId != null && !catalogId.equals(caller.accountId())) {
            throw Failures.notFound("Catalog " + catalogId + " not found.");
        }
    }
}
