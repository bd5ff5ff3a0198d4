package io.laguna.emulator.glue;

import io.laguna.emulator.Caller;

/** Whose catalog is asked for: every account sees the one there is as its own. */
record Account(Caller caller) {
    /** CatalogId of a request: "If none is provided, the Amazon Web Services account ID is used by default." */
    void check(String catalogId) {
        if (catalogId != null && !catalogId.equals(caller.accountId())) {
            throw Failures.notFound("Catalog " + catalogId + " not found.");
        }
    }

    String id() {
        return caller.accountId();
    }
}
