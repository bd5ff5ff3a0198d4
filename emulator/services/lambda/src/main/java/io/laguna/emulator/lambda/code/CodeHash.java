package io.laguna.emulator.lambda.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The SHA-256 of a zip file, by which code is known.
 *
 * @param hex in hexadecimal digits
 */
public record CodeHash(String hex) {
    static CodeHash of(byte[] bytes) {
        try {
            return new CodeHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Returns a name for several codes, one over the other. */
    static CodeHash of(List<CodeHash> codes) {
        return of(String.join("\n", codes.stream().map(CodeHash::hex).toList()).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns it as Lambda shows it, in Base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
