package io.laguna.emulator.edge.mount;

/** A place at the edge for something that answers: a service that the SDK describes, or a handler of plain HTTP. */
public sealed interface Mount permits ServiceMount, HttpMount {}
