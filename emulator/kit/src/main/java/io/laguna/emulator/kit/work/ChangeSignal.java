package io.laguna.emulator.kit.work;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A signal that wakes a thread which waits until something changes, or until it is time to look again. */
final class ChangeSignal implements AutoCloseable {
    private final Lock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private boolean changed;
    private boolean closed;

    /** Ends the wait, or the next one if nobody waits. */
    void changed() {
        lock.lock();
        try {
            changed = true;
            change.signalAll();
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
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether there is nothing to wait for any more. */
    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a change since the last wait, at most so long. */
    void await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!changed && !closed && left > 0) {
                left = change.awaitNanos(left);
            }
            changed = false;
        } finally {
            lock.unlock();
        }
    }
}
