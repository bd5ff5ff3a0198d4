package io.laguna.redshift.wire.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;

/** The proof by which a user's password is checked. */
public sealed interface Proof {
    /** Tells whether a client's answer is right, to a question with this salt where the question has one. */
    boolean isProvenBy(String answer, byte[] salt);

    /**
     * A digest, which the client proves to know without a word of the password.
     *
     * @param digest MD5 of the password and the user's name, in hex: in {@code pg_authid} after {@code md5}
     */
    record Md5(String digest) implements Proof {
        /** Returns the digest of a user's password. */
        public static Md5 of(String user, String password) {
            return new Md5(md5((password + user).getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public boolean isProvenBy(String answer, byte[] salt) {
            byte[] known = digest.getBytes(StandardCharsets.US_ASCII);
            byte[] salted = new byte[known.length + salt.length];
            System.arraycopy(known, 0, salted, 0, known.length);
            System.arraycopy(salt, 0, salted, known.length, salt.length);
            byte[] right = ("md5" + md5(salted)).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(right, answer.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Md5";
        }
    }

    /** A password that the client says in clear text, since only a digest of another kind is known. */
    record ClearText(Predicate<String> isRight) implements Proof {
        @Override
        public boolean isProvenBy(String answer, byte[] salt) {
            return isRight.test(answer);
        }
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }
}
