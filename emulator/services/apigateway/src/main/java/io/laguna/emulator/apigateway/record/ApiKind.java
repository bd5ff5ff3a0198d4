package io.laguna.emulator.apigateway.record;

/** The two kinds of APIs, each of which is a service of the SDK's. */
public enum ApiKind {
    HTTP,
    REST
}
