package io.laguna.engines.function;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Runtime API of one environment, on a port of loopback that is its own.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">The Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String NEXT = ROOT + "invocation/next";
    private static final String INIT_ERROR = ROOT + "init/error";
    private static final String INVOCATION = ROOT + "invocation/";
    private static final String RESPONSE = "/response";
    private static final String ERROR = "/error";
    private static final String ERROR_TYPE = "lambda-runtime-function-error-type";

    /** Whoever gives the environment its invocations, and hears how they end. */
    interface Turns {
        /** Returns the next invocation, for which the environment waits; empty when there is none any more. */
        Optional<Call> next() throws InterruptedException;

        /** Tells whether the invocation is the one that goes on, and takes how it ended. */
        boolean ended(String requestId, Outcome outcome);

        /** Takes the failure of the start. */
        void notStarted(Outcome.Failed failure);
    }

    private final Turns turns;
    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private RuntimeApi(Turns turns, ServerSocket server) {
        this.turns = turns;
        this.server = server;
    }

    static RuntimeApi open(Turns turns) {
        try {
            RuntimeApi api = new RuntimeApi(turns, new ServerSocket(0, 16, InetAddress.getLoopbackAddress()));
            thread("function-api", api::accept);
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException("The Runtime API has no port", e);
        }
    }

    /** Returns {@code 127.0.0.1:port}. */
    String address() {
        return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                thread("function-api-connection", () -> serve(socket));
            } catch (IOException e) {
                close();
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            // Without this a warm call would wait for the acknowledgement of the one before it, 40 ms.
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Optional<ApiRequest> request = ApiRequest.read(in);
                    request.isPresent();
                    request = ApiRequest.read(in)) {
                Optional<ApiAnswer> answer = answer(request.get());
                if (answer.isEmpty()) {
                    return;
                }
                answer.get().write(socket.getOutputStream());
            }
        } catch (IOException | NumberFormatException e) {
            // The process has gone, or is no client of HTTP: its connection ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(socket);
        }
    }

    private Optional<ApiAnswer> answer(ApiRequest request) throws InterruptedException {
        String path = request.path();
        if (path.equals(NEXT) && request.method().equals("GET")) {
            return turns.next().map(call -> new ApiAnswer(200, call.headers(), call.payload()));
        }
        if (path.equals(INIT_ERROR)) {
            turns.notStarted(failure(request));
            return Optional.of(ApiAnswer.accepted());
        }
        if (path.startsWith(INVOCATION) && path.endsWith(ERROR)) {
            return Optional.of(end(path, ERROR, failure(request), ApiAnswer.accepted()));
        }
        if (path.startsWith(INVOCATION) && path.endsWith(RESPONSE)) {
            return Optional.of(
                    request.isTooLarge()
                            ? end(path, RESPONSE, new Outcome.TooLarge(request.bytes()), ApiAnswer.tooLarge())
                            : end(path, RESPONSE, new Outcome.Answered(request.body()), ApiAnswer.accepted()));
        }
        return Optional.of(ApiAnswer.notOffered(path));
    }

    private ApiAnswer end(String path, String ending, Outcome outcome, ApiAnswer answer) {
        String id = path.substring(INVOCATION.length(), path.length() - ending.length());
        return turns.ended(id, outcome) ? answer : ApiAnswer.unknownRequest();
    }

    private static Outcome.Failed failure(ApiRequest request) {
        return new Outcome.Failed(request.body(), request.header(ERROR_TYPE));
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : connections) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The Runtime API cannot be closed", e);
        }
    }
}
