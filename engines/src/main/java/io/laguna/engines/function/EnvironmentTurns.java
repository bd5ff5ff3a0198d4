package io.laguna.engines.function;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The invocations of an environment, one after another, and its start before the first. */
final class EnvironmentTurns implements RuntimeApi.Turns {
    private final Lock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final CompletableFuture<Outcome> start = new CompletableFuture<>();
    private Optional<Call> waiting = Optional.empty();
    private Optional<Call> current = Optional.empty();
    private CompletableFuture<Outcome> end = new CompletableFuture<>();
    private boolean over;

    /** Returns how the start ends. */
    CompletableFuture<Outcome> started() {
        return start;
    }

    /** Lets the process have an invocation next, and returns how it ends. */
    CompletableFuture<Outcome> begin(Call call) {
        lock.lock();
        try {
            end = new CompletableFuture<>();
            if (over) {
                end.complete(new Outcome.Refused());
            } else {
                waiting = Optional.of(call);
                change.signalAll();
            }
            return end;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Call> next() throws InterruptedException {
        start.complete(new Outcome.Ready());
        lock.lock();
        try {
            while (waiting.isEmpty() && !over) {
                change.await();
            }
            current = waiting;
            waiting = Optional.empty();
            return current;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean ended(String requestId, Outcome outcome) {
        lock.lock();
        try {
            boolean known =
                    current.filter(call -> call.requestId().equals(requestId)).isPresent();
            if (known) {
                current = Optional.empty();
                end.complete(outcome);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void notStarted(Outcome.Failed failure) {
        start.complete(failure);
    }

    /** Takes the end of the process. */
    void exited(int code) {
        lock.lock();
        try {
            over = true;
            start.complete(new Outcome.Exited(code));
            end.complete(waiting.isPresent() ? new Outcome.Refused() : new Outcome.Exited(code));
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the wait for invocations. */
    void close() {
        lock.lock();
        try {
            over = true;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
