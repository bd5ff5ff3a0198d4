package io.laguna.emulator.edge;

import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;
import java.util.function.Predicate;

/**
 * A handler of plain HTTP at the edge. It goes before services: what it claims by host or path is never a call of theirs.
 *
 * @param name the service in the log of calls
 * @param claim the requests that are the handler's
 * @param visitors what it takes from pages of other sites
 * @param documents what its answers may do that a browser shows as documents
 */
public record HttpMount(
        String name, Predicate<HttpTarget> claim, Visitors visitors, DocumentPolicy documents, HttpHandler handler)
        implements Mount {}
