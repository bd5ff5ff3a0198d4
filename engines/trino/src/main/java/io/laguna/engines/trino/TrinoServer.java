package io.laguna.engines.trino;

/**
 * The start of Trino's server, as its own distribution starts it. The server's class is called by its name, because
 * code that is compiled for Laguna's JDK cannot refer to classes of a later one.
 */
public final class TrinoServer {
    private TrinoServer() {}

    /**
     * Runs until the process is stopped.
     *
     * @param arguments the version that the server gives as its own
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class<?> server = Class.forName("io.trino.server.Server");
        server.getMethod("start", String.class)
                .invoke(server.getDeclaredConstructor().newInstance(), arguments[0]);
    }
}
