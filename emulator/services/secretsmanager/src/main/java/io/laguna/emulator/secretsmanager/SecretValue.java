package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.seal.Seal;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The secret itself: a text, or bytes as Base64.
 *
 * @param text never to be printed or logged
 */
record SecretValue(String text, boolean isBinary) {
    private static final int LARGEST = 65_536;

    /** Returns the value that a request gives; empty where it gives none. */
    static Optional<SecretValue> of(String string, SdkBytes bytes) {
        if (string != null && bytes != null) {
            throw Failures.parameter(
                    "You can't specify both a binary secret value and a string secret value in the same secret.");
        }
        if (string != null) {
            checkSize("secretString", string.length());
            return Optional.of(new SecretValue(string, false));
        }
        if (bytes != null) {
            checkSize("secretBinary", bytes.asByteArrayUnsafe().length);
            return Optional.of(new SecretValue(Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()), true));
        }
        return Optional.empty();
    }

    /** Returns the value of a version. */
    static SecretValue opened(Seal seal, SecretRecord secret, VersionRecord version) {
        return new SecretValue(seal.open(version.sealed(), place(secret, version.id())), version.isBinary());
    }

    String sealed(Seal seal, SecretRecord secret, String version) {
        return seal.close(text, place(secret, version));
    }

    Optional<String> string() {
        return isBinary ? Optional.empty() : Optional.of(text);
    }

    Optional<SdkBytes> bytes() {
        return isBinary ? Optional.of(SdkBytes.fromByteArray(Base64.getDecoder().decode(text))) : Optional.empty();
    }

    private static String place(SecretRecord secret, String version) {
        return secret.arn() + " " + version;
    }

    /** Checks the size alone: a message never repeats a secret. */
    private static void checkSize(String path, int size) {
        if (size < 1 || size > LARGEST) {
            throw Failures.validation("1 validation error detected: Value at '" + path
                    + "' failed to satisfy constraint: Member must have length "
                    + (size < 1 ? "greater than or equal to 1" : "less than or equal to " + LARGEST));
        }
    }

    /** Returns no secret. */
    @Override
    public String toString() {
        return "SecretValue";
    }
}
