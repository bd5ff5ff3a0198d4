package io.laguna.emulator.events;

import io.laguna.emulator.kit.request.Page;

/** The sizes and tokens of lists. */
final class Pages {
    private Pages() {}

    /** Returns the size that is asked for. */
    static int size(Integer limit, int largest) {
        if (limit != null && (limit < 1 || limit > largest)) {
            throw Failures.validation("1 validation error detected: Value '" + limit + "' at 'limit' failed to satisfy"
                    + " constraint: Member must have value between 1 and " + largest);
        }
        return Page.size(limit, largest);
    }

    static RuntimeException badToken() {
        return Failures.validation("NextToken is not valid.");
    }
}
