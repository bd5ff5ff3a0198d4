package io.laguna.emulator.glue.hive;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.thrift.TException;

/**
 * The Hive Metastore, through a small pool of connections.
 *
 * <p>A connection that has given anything but an answer of the metastore is thrown away. Failures are Glue's
 * exceptions: {@code EntityNotFoundException}, {@code AlreadyExistsException} and {@code InvalidInputException} with
 * the metastore's words, {@code InternalServiceException} when it fails or does not answer.
 */
public final class Metastore implements AutoCloseable {
    private static final int IDLE = 8;

    private final URI address;
    private final Deque<HiveConnection> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * Creates a metastore that is connected to when it is first called.
     *
     * @param address {@code thrift://host:port}
     */
    public Metastore(URI address) {
        this.address = address;
    }

    /**
     * Makes calls that change nothing. The calls are repeated once, on a new connection, when the pooled one has gone
     * stale.
     */
    public <T> T read(HiveCall<T> call) {
        Optional<HiveConnection> pooled = take();
        if (pooled.isPresent()) {
            try {
                return run(pooled.get(), call);
            } catch (TException e) {
                if (HiveFault.isAnswer(e)) {
                    throw HiveFault.asGlue(e);
                }
                discardIdle();
            }
        }
        return onNew(call);
    }

    /**
     * Makes a call that changes something, and never repeats it. When the call ends with
     * {@code InternalServiceException}, the metastore may or may not have made the change; with any other exception it
     * has not.
     */
    public void write(HiveCall.Silent call) {
        HiveConnection connection = freshEnough();
        try {
            run(connection, metastore -> {
                call.on(metastore);
                return Optional.empty();
            });
        } catch (TException e) {
            throw HiveFault.asGlue(e);
        }
    }

    /**
     * Returns a connection that works. The pool may hold connections from before a restart of the metastore: a harmless
     * call tells.
     */
    private HiveConnection freshEnough() {
        try {
            Optional<HiveConnection> pooled = take();
            if (pooled.isPresent()) {
                try {
                    pooled.get().client().getMetaConf("metastore.try.direct.sql");
                    return pooled.get();
                } catch (TException e) {
                    pooled.get().close();
                    discardIdle();
                }
            }
            return HiveConnection.open(address);
        } catch (TException e) {
            throw HiveFault.asGlue(e);
        }
    }

    private <T> T onNew(HiveCall<T> call) {
        try {
            return run(HiveConnection.open(address), call);
        } catch (TException e) {
            throw HiveFault.asGlue(e);
        }
    }

    private <T> T run(HiveConnection connection, HiveCall<T> call) throws TException {
        boolean usable = false;
        try {
            T answer = call.on(connection.client());
            usable = true;
            return answer;
        } catch (TException e) {
            usable = HiveFault.isAnswer(e);
            throw e;
        } finally {
            if (usable) {
                giveBack(connection);
            } else {
                connection.close();
            }
        }
    }

    private synchronized Optional<HiveConnection> take() {
        return Optional.ofNullable(idle.pollFirst());
    }

    private synchronized void giveBack(HiveConnection connection) {
        if (closed || idle.size() >= IDLE) {
            connection.close();
        } else {
            idle.addFirst(connection);
        }
    }

    private synchronized void discardIdle() {
        idle.forEach(HiveConnection::close);
        idle.clear();
    }

    @Override
    public synchronized void close() {
        closed = true;
        discardIdle();
    }
}
