package io.laguna.duckdb.wire;

import io.laguna.duckdb.scan.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The port on loopback, a thread for each connection, and the sessions by their numbers. */
public final class Server {
    private static final int BACKLOG = 200;

    private final int port;
    private final Users users;
    private final Database database;
    private final AtomicInteger numbers = new AtomicInteger();
    private final ConcurrentMap<Integer, Session> sessions = new ConcurrentHashMap<>();

    public Server(int port, Users users, Database database) {
        this.port = port;
        this.users = users;
        this.database = database;
    }

    /** Serves for as long as the process lives. */
    public void serve() throws IOException {
        try (ServerSocket server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress())) {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread thread = new Thread(() -> serve(socket), "session-" + numbers.incrementAndGet());
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private void serve(Socket socket) {
        int number = numbers.incrementAndGet();
        try (socket;
                Session session = new Session(new Messages(socket), number, this)) {
            sessions.put(number, session);
            session.run();
        } catch (IOException e) {
            // The client is gone, or does not speak the protocol.
        } finally {
            sessions.remove(number);
        }
    }

    Users users() {
        return users;
    }

    Database database() {
        return database;
    }

    /** Cancels what a session runs, for somebody who knows its secret. */
    void cancel(int number, int secret) {
        Optional.ofNullable(sessions.get(number))
                .filter(session -> session.secret() == secret)
                .ifPresent(Session::cancel);
    }
}
