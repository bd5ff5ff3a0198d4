package io.laguna.pipelines.covid;

/**
 * The database with population figures.
 *
 * @param url {@code jdbc:mysql://host:port/covid}
 * @param user may read the database
 * @param password never printed
 */
public record Source(String url, String user, String password) {
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
