package io.laguna.engines.jdbc;

/** The failure of a login, or of a look at a database, with the driver's own reason. */
public final class JdbcFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JdbcFailure(String message) {
        super(message);
    }
}
