package io.laguna.emulator.edge.guard;

import io.laguna.wire.WireRequest;

/**
 * The rule of a mount for requests from pages of other sites, beside the origins that {@code LAGUNA_ORIGINS} names. The
 * CORS configuration of a bucket will belong to the rule of S3.
 */
@FunctionalInterface
public interface Visitors {
    /** The rule that lets no page of another site in. */
    Visitors NONE = request -> false;

    /**
     * Tells whether a request that a page of another site sent is let in.
     *
     * @param request its head, with the headers {@code Origin}, {@code Referer} and {@code Sec-Fetch-*}
     */
    boolean admit(WireRequest request);
}
