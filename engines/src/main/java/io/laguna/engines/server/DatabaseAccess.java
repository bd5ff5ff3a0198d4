package io.laguna.engines.server;

/**
 * The address of a database of {@link PostgreSql}, with a user and a password.
 *
 * @param url {@code jdbc:postgresql://127.0.0.1:port/database}
 * @param password never to be printed or logged
 */
public record DatabaseAccess(String url, String user, String password) {
    /** Returns the access without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
