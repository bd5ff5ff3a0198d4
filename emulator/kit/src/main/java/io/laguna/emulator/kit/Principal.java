package io.laguna.emulator.kit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A user or a role that can call.
 *
 * @param kind what may be asked for with these credentials depends on it
 * @param arn {@code arn:aws:iam::123456789012:user/name}
 * @param userId the unique id that AWS shows beside the ARN
 */
public record Principal(Kind kind, String accountId, String arn, String userId) {
    /** The origin of a principal's credentials. */
    public enum Kind {
        /** Long-term keys. */
        USER,
        /** Temporary keys of {@code GetSessionToken}. */
        USER_SESSION,
        /** Temporary keys of {@code AssumeRole} and its like. */
        ROLE_SESSION,
        /** No credentials at all, for the few operations that ask for none. */
        ANONYMOUS
    }

    /** Returns the principal of a call without credentials. */
    public static Principal anonymous(String accountId) {
        return new Principal(Kind.ANONYMOUS, accountId, "arn:aws:iam::" + accountId + ":anonymous", "ANONYMOUS");
    }

    /** Returns a user with long-term keys. */
    public static Principal user(String accountId, String name) {
        String arn = "arn:aws:iam::" + accountId + ":user/" + name;
        return new Principal(Kind.USER, accountId, arn, uniqueId("AIDA", arn));
    }

    /** Returns this user with temporary keys. */
    public Principal session() {
        return new Principal(Kind.USER_SESSION, accountId, arn, userId);
    }

    /** Returns a session of a role. */
    public static Principal roleSession(KnownRole role, String session) {
        String arn = "arn:" + role.partition() + ":sts::" + role.accountId() + ":assumed-role/" + role.name() + "/"
                + session;
        return new Principal(Kind.ROLE_SESSION, role.accountId(), arn, role.uniqueId() + ":" + session);
    }

    /**
     * Returns a unique id in the form of AWS's own
     * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids), always the
     * same for the same ARN.
     */
    public static String uniqueId(String prefix, String arn) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(arn.getBytes(StandardCharsets.UTF_8));
            return prefix + Base32.encode(digest, 0, 10) + "A";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
