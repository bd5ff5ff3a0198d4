package io.laguna.emulator.glue.connection;

import io.laguna.emulator.kit.Caller;

/** The name of a connection, which is unique in an account and a region. */
record ConnectionKey(String account, String region, String name) {
    static ConnectionKey of(Caller caller, String name) {
        return new ConnectionKey(caller.accountId(), caller.region(), name);
    }

    /** {@code arn:aws:glue:us-east-1:000000000000:connection/name}. */
    String arn() {
        return new Caller(account, region).arn("glue", "connection/" + name);
    }
}
