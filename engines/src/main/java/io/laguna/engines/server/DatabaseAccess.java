package io.laguna.engines.server;

/**
 * How to reach a database of {@link PostgreSql}.
 *
 * @param url {@code jdbc:postgresql://127.0.0.1:port/database}
 * @param password never to be printed or logged
 */
public record DatabaseAccess(String url, String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
