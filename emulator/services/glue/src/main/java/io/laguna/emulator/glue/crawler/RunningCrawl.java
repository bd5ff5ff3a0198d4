package io.laguna.emulator.glue.crawler;

/**
 * A crawl that goes on in this process. It can be stopped while it looks; once it writes into the catalog it goes on to its
 * end.
 */
final class RunningCrawl {
    private final Thread thread;
    private boolean looks = true;
    private boolean stopped;

    RunningCrawl(Thread thread) {
        this.thread = thread;
    }

    /** Stops it, if it still looks. */
    synchronized void stop() {
        if (looks) {
            stopped = true;
            thread.interrupt();
        }
    }

    /** Ends the time in which it can be stopped; tells whether it has been. Called by its own thread. */
    synchronized boolean endLook() {
        looks = false;
        // A stop that came at the last moment interrupts nothing that follows.
        var unused = Thread.interrupted();
        return stopped;
    }
}
