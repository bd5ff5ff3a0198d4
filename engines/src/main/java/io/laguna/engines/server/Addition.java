package io.laguna.engines.server;

/**
 * A definition that a {@link RedshiftTemplate} has and that clusters of an earlier Laguna may lack.
 *
 * @param there an expression of PostgreSQL's that is null where the definition has not been made
 * @param script statements of PostgreSQL, run in one transaction by a superuser who may change system catalogs
 */
public record Addition(String there, String script) {}
