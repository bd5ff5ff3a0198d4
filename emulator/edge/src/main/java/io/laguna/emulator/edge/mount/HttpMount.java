package io.laguna.emulator.edge.mount;

import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.request.HttpTarget;
import java.util.function.Predicate;

/**
 * The mount of a handler of plain HTTP at the edge. Such handlers come before services: a request that a handler claims
 * by host or path is never a call of a service.
 *
 * @param name the service in the log of calls
 * @param claim the requests that are the handler's
 * @param visitors what it takes from pages of other sites
 * @param documents what its answers may do that a browser shows as documents
 */
public record HttpMount(
        String name, Predicate<HttpTarget> claim, Visitors visitors, DocumentPolicy documents, HttpHandler handler)
        implements Mount {}
