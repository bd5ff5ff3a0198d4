package io.laguna.redshift.wire.login;

/**
 * A user's role in the engine, and the proof that is asked for.
 *
 * @param role a role of the engine's that may log in, and is no superuser of the engine
 */
public record Login(String role, Proof proof) {}
