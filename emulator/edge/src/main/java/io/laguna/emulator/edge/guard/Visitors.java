package io.laguna.emulator.edge.guard;

import io.laguna.wire.WireRequest;

/**
 * The rule of a mount for requests from pages of other sites, beside the origins that {@code LAGUNA_ORIGINS} names. A
 * bucket's CORS configuration is to be asked by S3's rule.
 */
@FunctionalInterface
public interface Visitors {
    /** No page of another site. */
    Visitors NONE = request -> false;

    /**
     * Returns whether a request that a page of another site sent is let in.
     *
     * @param request its head, with the headers {@code Origin}, {@code Referer} and {@code Sec-Fetch-*}
     */
    boolean admit(WireRequest request);
}
