package io.laguna.emulator.apigateway.record;

/** The kinds of what an API is made of. */
public enum PartKind {
    INTEGRATION,
    ROUTE,
    RESOURCE,
    STAGE,
    DEPLOYMENT,
    GATEWAY_RESPONSE,

    /** The copy of an API that its clients see, under the id of a deployment. It never changes. */
    SNAPSHOT
}
