package io.laguna.redshift.wire.order;

/**
 * The facts that are kept of a statement in the {@link Journal}.
 *
 * @param text the statement as the client has written it, without its secrets
 * @param kind as Redshift's views name it: {@code SELECT}, {@code DDL}, {@code COPY}
 * @param label what {@code SET query_group} has said
 * @param asks whether the statement asks the journal itself, which has to be complete then
 */
public record Note(String text, String kind, String label, boolean asks) {}
