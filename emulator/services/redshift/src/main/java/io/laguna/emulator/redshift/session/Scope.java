package io.laguna.emulator.redshift.session;

import io.laguna.redshift.wire.order.Catalog;

/**
 * A session, as what carries its statements out knows it.
 *
 * @param role the role in the engine that the session works as
 * @param catalog the engine as the session sees it, for statements that are read later
 */
public record Scope(ClusterScope cluster, String role, String database, Catalog catalog) {}
