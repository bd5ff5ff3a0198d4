package io.laguna.duckdb.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The two users of the server: the owner, who may run every statement, and the reader, who may ask for rows alone.
 *
 * @param owner the owner's password
 * @param reader the reader's
 */
public record Users(String owner, String reader) {
    static final String OWNER = "owner";
    private static final String READER = "reader";

    /** Tells whether this is a user's password. */
    boolean admits(String user, String password) {
        return switch (user) {
            case OWNER -> same(owner, password);
            case READER -> same(reader, password);
            default -> false;
        };
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Users";
    }
}
