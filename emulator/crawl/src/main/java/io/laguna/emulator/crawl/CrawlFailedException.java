package io.laguna.emulator.crawl;

/** The end of a crawl that writes nothing. The message is for the crawler's user. */
public final class CrawlFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CrawlFailedException(String message) {
        super(message);
    }

    public CrawlFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
