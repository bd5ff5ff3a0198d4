package io.laguna.bench;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A request for pages: each is the one that follows the page before, and the first one again after the last. */
final class Pages implements Runnable {
    private final UnaryOperator<Optional<String>> page;
    private Optional<String> token = Optional.empty();

    /**
     * Pages of which none has been read.
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
