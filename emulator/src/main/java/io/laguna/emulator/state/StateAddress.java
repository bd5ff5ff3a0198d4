package io.laguna.emulator.state;

/**
 * Where Laguna's state is.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, of a database that is there
 * @param password never to be printed or logged
 */
public record StateAddress(String url, String user, String password) {
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
