package io.laguna.emulator.kit.work;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A bell that rings when what others wait for may have come, so that they look again. */
public final class Bell implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;
    private boolean closed;

    /** Wakes all who wait. */
    public void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how often it has rung, to be read before a look at what is waited for. */
    public long count() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether nobody is to wait any more. */
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until it has rung more often than {@code seen}, at most so long.
     *
     * @return whether it is worth while to look again: false once nobody is to wait any more
     */
    public boolean await(long seen, Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (rings == seen && !closed && left > 0) {
                left = rung.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends this wait and all later ones. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
