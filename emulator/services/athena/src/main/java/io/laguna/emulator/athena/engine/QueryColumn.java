package io.laguna.emulator.athena.engine;

import io.trino.client.ClientTypeSignature;

/** A column of a result, with Trino's type. */
public record QueryColumn(String name, ClientTypeSignature type) {}
