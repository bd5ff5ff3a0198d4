package io.laguna.redshift.wire.order;

/** One statement of a client, as it is carried out. */
public sealed interface Order permits Run, Answer, Later {}
