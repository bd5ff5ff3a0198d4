package io.laguna.pipelines.covid.ingest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as manifests give it. */
final class Sha256 {
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    void accept(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /** Returns the sum of all bytes so far, and starts anew. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
