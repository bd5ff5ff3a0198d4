package io.laguna.bench;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A series of requests for pages. Each request is for the page behind the one before, and for the first page again
 * after the last.
 */
final class Pages implements Runnable {
    private final UnaryOperator<Optional<String>> page;
    private Optional<String> token = Optional.empty();

    /**
     * Creates a series that begins with the first page.
     *
     * @param page reads the page of a token, and returns the token of the next one
     */
    Pages(UnaryOperator<Optional<String>> page) {
        this.page = page;
    }

    @Override
    public void run() {
        token = page.apply(token);
    }
}
